"""What a host's answer means: its body, its pauses, its refusals, its tricks."""

import re
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from ipaddress import ip_address
from socket import inet_aton, inet_ntoa
from urllib.parse import urljoin, urlsplit

from paperdesk.domain.errors import Offline, Refused, Unreachable

MEGABYTE = 1_000_000

_MOMENT = re.compile(
    r"\w{3}, (?P<day>\d\d) (?P<month>\w{3}) (?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d) GMT"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Accept(Enum):
    """What is asked for; anything but a page is not to be one."""

    JSON = "application/json"
    PDF = "application/pdf"
    CSL = "application/vnd.citationstyles.csl+json, application/json;q=0.5"
    FEED = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
    ANY = "*/*"


class Loss(Enum):
    """Why there was no answer."""

    NAME = "name"
    NETWORK = "network"
    REFUSED = "refused"
    LATE = "late"
    DROPPED = "dropped"
    CERTIFICATE = "certificate"
    INWARD = "inward"
    PROXY = "proxy"
    ADDRESS = "address"


class Lost(Exception):
    """An exchange came to nothing."""

    def __init__(self, loss: Loss) -> None:
        super().__init__(loss.value)
        self.loss = loss


class Inward(Unreachable):
    """A host of the world leads to an address of this machine or its network."""


class Again(Exception):
    """It came to nothing, but another attempt may not."""

    def __init__(self, problem: Unreachable) -> None:
        super().__init__(str(problem))
        self.problem = problem


class BadStatus(Unreachable):
    """A host answered that it will not; what it said is in `body`."""

    def __init__(self, sentence: str, status: int, body: bytes) -> None:
        super().__init__(sentence)
        self.status = status
        self.body = body


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer, and its body still to be read, as it was sent."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


_LOST = {
    Loss.NAME: "{host} could not be found. Check the address and the network connection.",
    Loss.NETWORK: "{host} cannot be reached: there is no network. Check the connection.",
    Loss.REFUSED: "{host} does not take connections. Check the address, or try again later.",
    Loss.LATE: "{host} did not answer in time. Try again later.",
    Loss.DROPPED: "The connection to {host} broke off. Try again.",
    Loss.CERTIFICATE: "{host} could not prove that it is {host}: its certificate is not trusted. "
    "If your network reads along, name its certificate in SSL_CERT_FILE.",
    Loss.INWARD: "{host} leads to an address inside your own network, which is not asked. If that "
    "is yours, add it by typing its address; if the network wants a sign-in, do that first.",
    Loss.PROXY: "The proxy did not lead to {host}. Check HTTPS_PROXY and NO_PROXY.",
    Loss.ADDRESS: "“{host}” is not an address that can be asked. Check it.",
}
_TRY_AGAIN = frozenset({Loss.LATE, Loss.DROPPED, Loss.NETWORK, Loss.REFUSED})
_KINDS = {Loss.NETWORK: Offline, Loss.INWARD: Inward}


def host(url: str) -> str:
    """The host of an address, as a sentence names it."""
    return urlsplit(url).hostname or url[:80]


def lost(error: Lost, url: str) -> Unreachable | Again:
    """What to raise when an exchange came to nothing."""
    kind = _KINDS.get(error.loss, Unreachable)
    problem = kind(_LOST[error.loss].format(host=host(url)))
    return Again(problem) if error.loss in _TRY_AGAIN else problem


def turned_away(answer: Answer, url: str) -> BadStatus:
    """What to raise when a host will not, with the little that it said."""
    status, name = answer.status, host(url)
    said = {
        401: f"{name} wants to know who asks (401). This address needs an account.",
        403: f"{name} does not give this out (403). A web browser may show why.",
        404: f"{name} does not have this (404). Check the address.",
        406: f"{name} did not take the request (406). Try again later.",
        410: f"{name} no longer has this (410). Check the address.",
        429: f"{name} was asked too often (429). Try again in a few minutes.",
    }
    trouble = f"{name} is in trouble ({status}). Try again later."
    sentence = said.get(status) or (trouble if status >= 500 else f"{name} answered {status}.")
    return BadStatus(sentence, status, body(answer, url, 64_000, strict=False))


def body(answer: Answer, url: str, cap: int, *, strict: bool = True) -> bytes:
    """The whole body, unpacked, never more than `cap` bytes of it in memory.

    Without `strict` what is over the cap is left out; with it, it is refused.
    """
    kept = bytearray()
    for piece in _unpacked(answer, url):
        kept += piece
        if len(kept) > cap:
            if strict:
                raise too_large(url, cap)
            break
    return bytes(kept[:cap])


def too_large(url: str, cap: int) -> Refused:
    """What to raise when an answer is larger than it may be."""
    return Refused(f"{host(url)} sent more than {cap // MEGABYTE} MB, which is not taken.")


def refuse_pages(accept: Accept, start: bytes, url: str) -> None:
    """Raise if a network's sign-in page stands where something else should."""
    if accept in (Accept.JSON, Accept.PDF) and is_page(start):
        raise Unreachable(
            f"The network answered with a sign-in page in place of {host(url)}. "
            "Sign in with a web browser, then try again."
        )


def is_page(start: bytes) -> bool:
    """Whether something begins as a web page does."""
    return (
        re.match(rb"(\xef\xbb\xbf)?\s*(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", start, _LOOSE)
        is not None
    )


_LOOSE = re.IGNORECASE | re.DOTALL


def pause(answer: Answer) -> float | None:
    """The seconds for which a host wants to be left alone, if it says so."""
    after = answer.headers.get("retry-after")
    if after is not None and answer.status in (429, 503):
        return _retry_after(after.strip())
    limit = re.search(r"\br=0\b.*?\bt=(\d{1,6})\b", answer.headers.get("ratelimit", ""))
    return float(limit[1]) if limit else None


def elsewhere(answer: Answer, url: str) -> str | None:
    """The address that an answer sends us on to, if it is one we follow."""
    location = answer.headers.get("location")
    if answer.status not in (301, 302, 303, 307, 308) or location is None:
        return None
    try:
        target = urljoin(url, location)
    except ValueError:
        target = ""
    if not sound(target):
        raise Unreachable(f"{host(url)} sends us to an address that is not followed.")
    parts = urlsplit(target)
    down = urlsplit(url).scheme == "https" and parts.scheme == "http"
    if down and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise Unreachable(f"{host(url)} sends us to an unprotected address, which is not followed.")
    if inward(url, target):
        raise Unreachable(
            f"{host(url)} sends us to an address inside your own network, which is not followed."
        )
    return target


def inward(url: str, target: str) -> bool:
    """Whether an address of the world leads to one of this machine or its network."""
    return private(urlsplit(target).hostname) and not private(urlsplit(url).hostname)


def within(address: str) -> bool:
    """Whether an address that a name was found to have is one of this machine or its network.

    *Why not 198.18.0.0/15:* no network uses it, but programs that tunnel all
    traffic give every host of the world an address out of it.
    """
    return private(address) and not address.startswith(("198.18.", "198.19."))


def private(name: str | None) -> bool:
    """Whether a host is this machine or of its network, as far as its name tells."""
    plain = (name or "").lower().rstrip(".")
    if plain == "localhost" or plain.endswith((".localhost", ".local", ".internal", ".home.arpa")):
        return True
    try:
        # As resolvers do: 2130706433, 0x7f.1 and 127.1 are 127.0.0.1 as well.
        number = ip_address(plain.split("%")[0] if ":" in plain else inet_ntoa(inet_aton(plain)))
    except (OSError, ValueError):
        return False
    mapped = getattr(number, "ipv4_mapped", None)
    return not (mapped or number).is_global


def sound(url: str) -> bool:
    """Whether an address is one of the web's."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def length(answer: Answer) -> int:
    """How many bytes are to come; 0 where nobody says."""
    said = answer.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else 0


def in_time(chunks: Iterable[bytes], deadline: float) -> Iterator[bytes]:
    """The same pieces, as long as they all come in time."""
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise Lost(Loss.LATE)
        yield chunk


def _retry_after(text: str) -> float | None:
    if text.isascii() and text.isdigit() and len(text) < 9:
        return float(text)
    # Neither `strptime`, which follows the user's language, nor the email package,
    # which takes its time to load.
    said = _MOMENT.fullmatch(text)
    if said is None or said["month"] not in _MONTHS:
        return None
    month = _MONTHS.index(said["month"]) + 1
    try:
        moment = datetime.fromisoformat(
            f"{said['year']}-{month:02}-{said['day']}T{said['time']}+00:00"
        )
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())


def _unpacked(answer: Answer, url: str) -> Iterator[bytes]:
    """The pieces of a body in portions of at most a megabyte, packed or not."""
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        yield from answer.chunks
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise Unreachable(f"{host(url)} sent something packed in an unknown way.")
    box = zlib.decompressobj(wbits=47)
    try:
        for chunk in answer.chunks:
            rest = chunk
            while rest:
                yield box.decompress(rest, MEGABYTE)
                rest = box.unconsumed_tail
        yield box.flush()
    except zlib.error as error:
        raise Lost(Loss.DROPPED) from error
    if not box.eof:
        raise Lost(Loss.DROPPED)
