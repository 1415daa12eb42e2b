import time

import pytest

from counterclaim.outside.secrets import Finding, scan_text, scan_value

# Made of parts, so that no scanner of repositories takes a test for a leak.
KEY = "sk-" + "proj-" + "Ab3" * 12
PROSE = ("request.messages.*.content",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(f"key {KEY}", "an API key", id="openai-key"),
        pytest.param("gsk_" + "a1B2" * 10, "an API key", id="groq-key"),
        pytest.param("hf_" + "aBcD" * 8, "an access token", id="hub-token"),
        pytest.param("ghp_" + "a1B2" * 9, "an access token", id="forge-token"),
        pytest.param("AKIA" + "ABCD" * 4, "a cloud key", id="cloud-key"),
        pytest.param("eyJ" + "a" * 20 + ".eyJ" + "b" * 20 + ".sig", "a signed token", id="jwt"),
        pytest.param("Bearer abc123def456ghi789", "a bearer token", id="bearer"),
        pytest.param("-----BEGIN RSA PRIVATE KEY-----", "a private key", id="pem"),
        pytest.param("org-" + "a1B2" * 6, "an account", id="organisation"),
        pytest.param("Set-Cookie: __cf_bm=abc; path=/", "a cookie", id="cookie-line"),
        pytest.param("https://ann:pass@news.example/", "a password in an address", id="user-info"),
        pytest.param('"api_key": "a1b2c3d4e5f6a7b8"', "a named secret", id="named-secret"),
        pytest.param("http://localhost:8092/v1", "a private host", id="localhost"),
        pytest.param("at 127.0.0.1", "a private host", id="loopback"),
        pytest.param("from 192.168.4.17", "a private host", id="private-address"),
        pytest.param("from 10.0.4.17:80", "a private host", id="private-address-10"),
        pytest.param("see http://gpu-7.office.internal/v1", "a private host", id="internal-name"),
        pytest.param("/home/ann/models/m.gguf", "a path of a machine", id="home-folder"),
        pytest.param("C:\\Users\\ann\\m.gguf", "a path of a machine", id="windows-home"),
    ],
)
def test_secrets_and_private_hosts_are_found_in_prose_too(text: str, kind: str) -> None:
    assert kind in [finding.kind for finding in scan_text(text, prose=True)]
    assert kind in [finding.kind for finding in scan_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ministry’s page, https://ministry.example.gov/toll, said 58.", id="a-link"),
        pytest.param("Write to desk@harbour-press.com or see harbour-press.com.", id="an-outlet"),
        pytest.param("a two-or-three-times-as-many-soldiers estimate", id="hyphens"),
        pytest.param("The key secret: nobody was told. Passwords matter.", id="the-word-secret"),
        pytest.param("risk-" + "a" * 40, id="a-long-word-after-risk"),
        pytest.param("Local: 10.5 million; version 1.2.3; at 10:30/11:00", id="figures"),
        pytest.param("a bearer of bad news, the bearer responsibilities", id="a-bearer"),
        pytest.param("The cookie: baked at home/work.", id="a-cookie-of-flour"),
        pytest.param("a local paper and a private corp. in town", id="local"),
    ],
)
def test_what_news_says_is_left_alone(text: str) -> None:
    assert list(scan_text(text, prose=True)) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("https://api.vendor.com/v1", {"an address", "a host name"}, id="an-address"),
        pytest.param("served by node4.vendor.io", {"a host name"}, id="a-name"),
        pytest.param("8.8.4.4", {"an IP address"}, id="an-ip"),
        pytest.param("qwen2.5-coder-1.5b-instruct", set(), id="a-model"),
        pytest.param("mistral-small-3.2/latest", set(), id="another-model"),
        pytest.param("chatcmpl-9fT2aBcdEfGhIjKlMnOp", set(), id="a-reply-id"),
        pytest.param("fp_44709d6fcb", set(), id="a-fingerprint"),
        pytest.param("application/json; charset=utf-8", set(), id="a-content-type"),
    ],
)
def test_outside_prose_no_host_stands(text: str, kinds: set[str]) -> None:
    assert {finding.kind for finding in scan_text(text)} == kinds


def test_the_place_is_a_path_and_links_are_allowed_only_in_prose() -> None:
    document = {
        "request": {"messages": [{"role": "user", "content": "see https://news.example.com/a"}]},
        "response": {"headers": {"set-cookie": "a=b", "server": "node4.vendor.io"}, "body": {"id": KEY}},
    }
    assert list(scan_value(document, prose=PROSE)) == [
        Finding("a header", "response.headers", "set-cookie"),
        Finding("a host name", "response.headers.server", "node…"),
        Finding("an API key", "response.body.id", "sk-p…"),
    ]


def test_private_texts_are_found_anywhere_even_in_prose_and_names_of_fields() -> None:
    document = {"request": {"messages": [{"content": "from desk-7"}]}, "desk-7": [1, None, True]}
    found = list(scan_value(document, prose=PROSE, private=["desk-7", ""]))
    assert found == [
        Finding("a private text", "", "desk…"),
        Finding("a private text", "request.messages.0.content", "desk…"),
    ]


def test_a_finding_shows_too_little_to_use() -> None:
    assert all(KEY[5:] not in str(finding) for finding in scan_text(KEY))
    assert [finding.excerpt for finding in scan_text("::1 [::1]")] == ["[::1…"]


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("a", id="letters"),
        pytest.param("a-", id="hyphens"),
        pytest.param("a.", id="dots"),
        pytest.param("1.", id="numbers"),
        pytest.param("sk-a", id="keys"),
        pytest.param("eyJa", id="tokens"),
        pytest.param("a://", id="schemes"),
        pytest.param("a://b:", id="user-infos"),
        pytest.param("secret=", id="named"),
        pytest.param("bearer ", id="bearers"),
    ],
)
def test_hostile_text_is_scanned_in_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    before = time.process_time()
    list(scan_text(text))
    assert time.process_time() - before < 2
