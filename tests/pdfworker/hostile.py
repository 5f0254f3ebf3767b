"""PDFs that mean harm, made to measure: each is one trick, and small."""

import zlib
from collections.abc import Callable, Mapping

Objects = Mapping[int, str | bytes]


def pdf(objects: Objects) -> bytes:
    """A PDF of these objects, of which the first is its catalogue."""
    parts = [b"%PDF-1.7\n"]
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = sum(map(len, parts))
        raw = body if isinstance(body, bytes) else body.encode("latin-1")
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, raw))
    start = sum(map(len, parts))
    size = max(objects) + 1
    rows = [b"0000000000 65535 f \n"]
    rows += [
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
        for number in range(1, size)
    ]
    parts += [b"xref\n0 %d\n" % size, *rows]
    parts.append(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start))
    return b"".join(parts)


def stream(content: bytes, extra: str = "") -> bytes:
    """A stream object, packed."""
    packed = zlib.compress(content, 9)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode {extra} >>\nstream\n"
    return head.encode() + packed + b"\nendstream"


def page(rest: str, contents: bytes = b"", **more: str | bytes) -> bytes:
    """A PDF of one page; `rest` goes into its dictionary, `more` are objects by `_number`."""
    objects: dict[int, str | bytes] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R {rest} >>",
        4: stream(contents),
    }
    return pdf(objects | {int(name[1:]): body for name, body in more.items()})


def forms_in_forms() -> bytes:
    """Each form draws the next one ten times: 10^12 squares."""
    forms = {
        f"_{number}": stream(
            b"/F Do " * 10,
            "/Type /XObject /Subtype /Form /BBox [0 0 300 300] "
            f"/Resources << /XObject << /F {number + 1} 0 R >> >>",
        )
        for number in range(5, 17)
    }
    last = stream(b"0 0 9 9 re f", "/Type /XObject /Subtype /Form /BBox [0 0 300 300]")
    return page("/Resources << /XObject << /F 5 0 R >> >>", b"/F Do", **forms, _17=last)


def form_in_itself() -> bytes:
    """A form that draws itself."""
    form = stream(
        b"/F Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
    )
    return page("/Resources << /XObject << /F 5 0 R >> >>", b"/F Do", _5=form)


def huge_image() -> bytes:
    """An image that says it has ten billion pixels, in a few bytes."""
    image = stream(
        b"\0" * 1000,
        "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 "
        "/BitsPerComponent 8 /ColorSpace /DeviceRGB",
    )
    return page("/Resources << /XObject << /I 5 0 R >> >>", b"300 0 0 300 0 0 cm /I Do", _5=image)


def memory_bomb() -> bytes:
    """A page whose contents unpack to four gigabytes, in two steps."""
    inner = zlib.compress(zlib.compress(b"0 0 m " * (200 * 2**20 // 6), 9), 9)
    head = f"<< /Length {len(inner)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n"
    bomb = head.encode() + inner + b"\nendstream"
    return page("", _4=bomb)


def huge_page() -> bytes:
    """A page as large as a country."""
    return page("").replace(b"[0 0 300 300]", b"[0 0 1e9 1e9]")


def many_pages() -> bytes:
    """A tree that says it has a billion pages."""
    return page("").replace(b"/Count 1 ", b"/Count 999999999 ")


def deep_tree() -> bytes:
    """A tree of pages, five thousand levels deep."""
    objects: dict[int, str | bytes] = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    depth = 5000
    for number in range(2, depth):
        parent = f"/Parent {number - 1} 0 R" if number > 2 else ""
        objects[number] = f"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 {parent} >>"
    objects[depth] = (
        f"<< /Type /Page /Parent {depth - 1} 0 R /MediaBox [0 0 9 9] /Resources << >> >>"
    )
    return pdf(objects)


def tree_in_a_circle() -> bytes:
    """A tree of pages that is its own child."""
    return pdf(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R >>",
        }
    )


def outline_in_a_circle() -> bytes:
    """A table of contents whose items follow each other for ever."""
    return page(
        "",
        _1="<< /Type /Catalog /Pages 2 0 R /Outlines 5 0 R >>",
        _5="<< /Type /Outlines /First 6 0 R /Last 7 0 R /Count 2 >>",
        _6="<< /Title (a) /Parent 5 0 R /Next 7 0 R /First 5 0 R >>",
        _7="<< /Title (b) /Parent 5 0 R /Next 6 0 R /First 6 0 R >>",
    )


def deep_brackets() -> bytes:
    """A dictionary in a dictionary, a hundred thousand deep."""
    return page("/X " + "<< /X " * 100_000 + ">> " * 100_000)


def many_states() -> bytes:
    """A page that saves its state a million times, and never goes back."""
    return page("", b"q " * 1_000_000 + b"0 0 9 9 re f")


def endless_pattern() -> bytes:
    """A tiling of steps so small that the page takes a billion tiles."""
    pattern = stream(
        b"0 0 1 1 re f",
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] "
        "/XStep 0.00001 /YStep 0.00001 /Resources << >>",
    )
    contents = b"/Pattern cs /P scn 0 0 300 300 re f"
    return page("/Resources << /Pattern << /P 5 0 R >> >>", contents, _5=pattern)


def slow_function() -> bytes:
    """A shading by a program that runs for every dot."""
    program = b"{ " + b"dup mul sqrt " * 20_000 + b"}"
    function = stream(program, "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]")
    shading = (
        "<< /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R /Matrix [300 0 0 300 0 0] >>"
    )
    return page("/Resources << /Shading << /S 5 0 R >> >>", b"/S sh", _5=shading, _6=function)


def actions(action: str) -> Callable[[], bytes]:
    """A page that wants something done when it is opened, and when it is clicked."""

    def make() -> bytes:
        link = f"<< /Type /Annot /Subtype /Link /Rect [10 10 290 290] /A {action} >>"
        return page(
            f"/AA << /O {action} >> /Annots [{link}]",
            b"0 0 9 9 re f",
            _1=f"<< /Type /Catalog /Pages 2 0 R /OpenAction {action} >>",
        )

    return make


def contents_elsewhere() -> bytes:
    """A page whose contents are in another file."""
    return page("", _4="<< /Length 0 /F (/etc/passwd) >>\nstream\n\nendstream")


def xfa_form() -> bytes:
    """A form in XML that names a file of the machine."""
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    return page(
        "",
        _1="<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [] /XFA 5 0 R >> >>",
        _5=stream(xml),
    )


ACTIONS = {
    "javascript": "<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:1/'\\);) >>",
    "launch": "<< /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>",
    "another file": "<< /S /GoToR /F (/etc/passwd) /D [0 /Fit] >>",
    "an embedded file": "<< /S /GoToE /T << /R /C /N (x) >> >>",
    "a form sent": "<< /S /SubmitForm /F (http://127.0.0.1:1/) >>",
    "data imported": "<< /S /ImportData /F (/etc/passwd) >>",
    "an address": "<< /S /URI /URI (https://example.org/) >>",
    "a script address": "<< /S /URI /URI (javascript:alert\\(1\\)) >>",
    "a file address": "<< /S /URI /URI (file:///etc/passwd) >>",
}

HOSTILE: dict[str, Callable[[], bytes]] = {
    "forms in forms": forms_in_forms,
    "form in itself": form_in_itself,
    "huge image": huge_image,
    "memory bomb": memory_bomb,
    "huge page": huge_page,
    "many pages": many_pages,
    "deep tree": deep_tree,
    "tree in a circle": tree_in_a_circle,
    "outline in a circle": outline_in_a_circle,
    "deep brackets": deep_brackets,
    "many states": many_states,
    "endless pattern": endless_pattern,
    "slow function": slow_function,
    "contents elsewhere": contents_elsewhere,
    "xfa form": xfa_form,
    **{f"action: {name}": actions(action) for name, action in ACTIONS.items()},
}
