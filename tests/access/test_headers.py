from app.access.headers import content_security_policy, security_headers


def test_nothing_inline_and_nothing_from_elsewhere_runs() -> None:
    policy = content_security_policy("https://meet.example")
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "*" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_the_socket_is_named_for_browsers_that_do_not_count_it_as_self() -> None:
    assert "connect-src 'self' wss://meet.example;" in content_security_policy("https://meet.example")
    assert "connect-src 'self' ws://localhost:8000;" in content_security_policy("http://localhost:8000")


def test_a_page_may_use_its_own_microphone_and_no_camera() -> None:
    policy = security_headers("http://localhost:8000")["permissions-policy"]
    assert "microphone=(self)" in policy
    assert "camera=()" in policy


def test_only_https_is_made_to_stay() -> None:
    assert "strict-transport-security" in security_headers("https://meet.example")
    assert "strict-transport-security" not in security_headers("http://localhost:8000")
