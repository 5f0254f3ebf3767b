"""The calls to the system that a worker may not make, by their numbers.

One column for each kind of processor, as the kernel's headers have them; None
where it has no such call. From `NEW` on the numbers are the same everywhere,
and all are refused but those in `NEW_ALLOWED`: what later kernels learn is none
of a worker's business.
"""

# fmt: off
REFUSED: dict[str, tuple[int | None, int | None]] = {
    #                       x86_64  aarch64
    # To open another file.
    "open":                 (2, None),
    "openat":               (257, 56),
    "creat":                (85, None),
    "open_by_handle_at":    (304, 265),
    "name_to_handle_at":    (303, 264),
    "mq_open":              (240, 180),
    # To reach the network or another process's socket.
    "socket":               (41, 198),
    "socketpair":           (53, 199),
    "connect":              (42, 203),
    "bind":                 (49, 200),
    "listen":               (50, 201),
    "accept":               (43, 202),
    "accept4":              (288, 242),
    # To start a program, or another process.
    "execve":               (59, 221),
    "execveat":             (322, 281),
    "fork":                 (57, None),
    "vfork":                (58, None),
    "clone":                (56, 220),
    # To look into or disturb another process.
    "ptrace":               (101, 117),
    "process_vm_readv":     (310, 270),
    "process_vm_writev":    (311, 271),
    "kcmp":                 (312, 272),
    "kill":                 (62, 129),
    "tkill":                (200, 130),
    "tgkill":               (234, 131),
    "rt_sigqueueinfo":      (129, 138),
    "rt_tgsigqueueinfo":    (297, 240),
    "setpriority":          (141, 140),
    "sched_setaffinity":    (203, 122),
    "sched_setscheduler":   (144, 119),
    "sched_setattr":        (314, 274),
    "sched_setparam":       (142, 118),
    "migrate_pages":        (256, 238),
    "move_pages":           (279, 239),
    # To change what lies on the disk.
    "unlink":               (87, None),
    "unlinkat":             (263, 35),
    "rename":               (82, None),
    "renameat":             (264, 38),
    "renameat2":            (316, 276),
    "link":                 (86, None),
    "linkat":               (265, 37),
    "symlink":              (88, None),
    "symlinkat":            (266, 36),
    "mkdir":                (83, None),
    "mkdirat":              (258, 34),
    "rmdir":                (84, None),
    "mknod":                (133, None),
    "mknodat":              (259, 33),
    "truncate":             (76, 45),
    "chmod":                (90, None),
    "fchmodat":             (268, 53),
    "chown":                (92, None),
    "lchown":               (94, None),
    "fchownat":             (260, 54),
    "utime":                (132, None),
    "utimes":               (235, None),
    "futimesat":            (261, None),
    "utimensat":            (280, 88),
    "setxattr":             (188, 5),
    "lsetxattr":            (189, 6),
    "removexattr":          (197, 14),
    "lremovexattr":         (198, 15),
    # To change the machine.
    "chroot":               (161, 51),
    "pivot_root":           (155, 41),
    "mount":                (165, 40),
    "umount2":              (166, 39),
    "setns":                (308, 268),
    "unshare":              (272, 97),
    "bpf":                  (321, 280),
    "perf_event_open":      (298, 241),
    "userfaultfd":          (323, 282),
    "keyctl":               (250, 219),
    "add_key":              (248, 217),
    "request_key":          (249, 218),
    "shmget":               (29, 194),
    "shmat":                (30, 196),
    "msgget":               (68, 186),
    "semget":               (64, 190),
    "inotify_init":         (253, None),
    "inotify_init1":        (294, 26),
    "fanotify_init":        (300, 262),
    "personality":          (135, 92),
}
# fmt: on

NEW = 424
"""Where the numbers begin that all processors share."""

NEW_ALLOWED = {
    "close_range": 436,
    "epoll_pwait2": 441,
    "futex_waitv": 449,
    "cachestat": 451,
    "map_shadow_stack": 453,
    "futex_wake": 454,
    "futex_wait": 455,
    "futex_requeue": 456,
    "mseal": 462,
}
"""What a C library may need of them: to wait, to close, to guard its memory."""

LIMITS = (302, 261)
"""`prlimit64`: of oneself only."""
