"""What every answer tells a browser about itself: what a page may load, send and be put into."""

from collections.abc import Mapping
from urllib.parse import urlsplit


def content_security_policy(public_url: str) -> str:
    """Everything from this server alone, no inline script, no frame around it.

    `wasm-unsafe-eval` compiles WebAssembly (voice activity on the own device) and allows no `eval`. The
    socket is named besides, because not every browser counts it as 'self'.
    """
    parts = urlsplit(public_url)
    socket = f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            f"connect-src 'self' {socket}",
            "worker-src 'self'",
            "manifest-src 'self'",
            "media-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def security_headers(public_url: str) -> Mapping[str, str]:
    """The headers of every answer, page or not."""
    headers = {
        "content-security-policy": content_security_policy(public_url),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "permissions-policy": "microphone=(self), camera=(), geolocation=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    if public_url.startswith("https://"):
        headers["strict-transport-security"] = "max-age=31536000"
    return headers
