"""Room for a thousand sockets in one process."""

import resource


def raise_file_limit(wanted: int = 8192) -> None:
    """Raise the soft limit of open files to `wanted`, or as near as the hard limit lets."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
