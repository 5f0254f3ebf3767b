"""The machine: files, database, threads, network. One door per library."""
