"""One exchange over the network, which can be broken off at any moment.

The only module that knows httpx and the httpcore beneath it; what may be asked,
how often and with which patience is `infra.http`'s to say. Loaded lazily.

*Why connections of our own:* a blocking read ends with its time limit only, and
then takes the connection with it. Here every wait is cut into slices, and
between two slices `check` may raise: a cancelled job is gone within a moment.
Looking up a host's name is the one wait that cannot be cut.
"""

import contextlib
import errno
import functools
import selectors
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import httpcore
import httpx

from paperdesk.infra.answers import Answer, Loss, Lost, within

Check = Callable[[], None]
T = TypeVar("T")
_Way = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]
"""One answer of `getaddrinfo`."""

SLICE = 0.2
"""Seconds after which a wait looks up."""

CONNECT_SECONDS = 10.0
EACH_SECONDS = 4.0
IDLE_SECONDS = 20.0


_INNER = "inner"
"""The name under which a request carries whether it may be one to this network."""


class Wire:
    """The connections of a program, kept open for the next request."""

    def __init__(self, agent: str) -> None:
        """`agent` is how the program introduces itself."""
        self._patience = _Patience()
        self._client = httpx.Client(
            transport=_Transport(self._patience),
            headers={"User-Agent": agent},
            follow_redirects=False,
            trust_env=False,
        )

    @contextlib.contextmanager
    def ask(
        self,
        url: str,
        headers: Mapping[str, str],
        check: Check,
        *,
        timeout: float,
        inner: bool = False,
    ) -> Iterator[Answer]:
        """GET an address; whatever goes wrong until the block ends is `Lost`.

        `timeout` is for silence: between two bytes, not for the whole. Unless it
        is `inner`, no address of this machine or its network is asked, whatever
        name leads there.
        """
        with _told_apart(), self._patience.asking(check):
            limits = httpx.Timeout(timeout, connect=min(timeout, CONNECT_SECONDS))
            request = self._client.build_request(
                "GET", url, headers=headers, timeout=limits, extensions={_INNER: inner}
            )
            reply = self._client.send(request, stream=True)
            try:
                yield Answer(reply.status_code, reply.headers, reply.iter_raw())
            finally:
                reply.close()

    def close(self) -> None:
        """Close every connection."""
        self._client.close()


class _Patience(threading.local):
    """What the exchange of the current thread asks between two slices."""

    def __init__(self) -> None:
        self.check: Check = _go_on

    @contextlib.contextmanager
    def asking(self, check: Check) -> Iterator[None]:
        before, self.check = self.check, check
        try:
            yield
        finally:
            self.check = before

    def wait(self, step: Callable[[float], T | None], timeout: float, late: type[Exception]) -> T:
        """Repeat `step`, which waits that many seconds and may give None."""
        deadline = time.monotonic() + timeout
        while True:
            self.check()
            left = deadline - time.monotonic()
            if left <= 0:
                raise late
            answer = step(min(SLICE, left))
            if answer is not None:
                return answer


class _Line(httpcore.NetworkStream):
    """A connection that waits in slices."""

    def __init__(self, plug: socket.socket, patience: _Patience) -> None:
        self._plug = plug
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        late, broken = httpcore.ReadTimeout, httpcore.ReadError
        return self._wait(lambda: self._plug.recv(max_bytes), timeout, late, broken)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        late, broken = httpcore.WriteTimeout, httpcore.WriteError
        rest = memoryview(buffer)
        while rest:
            send = functools.partial(self._plug.send, rest)
            rest = rest[self._wait(send, timeout, late, broken) :]

    def close(self) -> None:
        self._plug.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        if isinstance(self._plug, ssl.SSLSocket):
            self.close()
            raise httpcore.ProxyError("a proxy that is itself reached over TLS")
        late, broken = httpcore.ConnectTimeout, httpcore.ConnectError
        with contextlib.ExitStack() as undone:
            undone.callback(self.close)
            try:
                secured = ssl_context.wrap_socket(
                    self._plug, server_hostname=server_hostname, do_handshake_on_connect=False
                )
            except OSError as error:
                raise broken(error) from error
            undone.callback(secured.close)

            def shake_hands() -> bool:
                secured.do_handshake()
                return True

            line = _Line(secured, self._patience)
            line._wait(shake_hands, timeout, late, broken)
            undone.pop_all()
            return line

    def get_extra_info(self, info: str) -> object:
        if info == "ssl_object":
            return self._plug if isinstance(self._plug, ssl.SSLSocket) else None
        if info == "is_readable":
            return _ready(self._plug, selectors.EVENT_READ, 0.0)
        return {"socket": self._plug}.get(info)

    def _wait(
        self,
        call: Callable[[], T],
        timeout: float | None,
        late: type[Exception],
        broken: type[Exception],
    ) -> T:
        def step(seconds: float) -> T | None:
            self._plug.settimeout(seconds)
            try:
                return call()
            except TimeoutError:
                return None
            except OSError as error:
                raise broken(error) from error

        return self._patience.wait(step, IDLE_SECONDS if timeout is None else timeout, late)


class _Inside(Exception):
    """A name has addresses of this machine or its network only."""


class _Dial(httpcore.NetworkBackend):
    """Connects, address by address, and hands out lines that wait in slices."""

    def __init__(self, patience: _Patience, *, inner: bool) -> None:
        """`inner` is whether addresses of this machine and its network may be asked."""
        self._patience = patience
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        del local_address, socket_options
        patience = CONNECT_SECONDS if timeout is None else timeout
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(error) from error
        if not self._inner:
            found = [way for way in found if not within(str(way[4][0]))]
            if not found:
                raise httpcore.ConnectError(_Inside())
        for number, way in enumerate(found, start=1):
            last = number == len(found)
            try:
                return self._connected(way, patience if last else min(patience, EACH_SECONDS))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last:
                    raise
        raise httpcore.ConnectError("no address")

    def _connected(self, way: _Way, timeout: float) -> _Line:
        family, kind, protocol, _, address = way
        with contextlib.ExitStack() as undone:
            plug = undone.enter_context(socket.socket(family, kind, protocol))
            self._connect(plug, address, timeout)
            plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            undone.pop_all()
            return _Line(plug, self._patience)

    def _connect(self, plug: socket.socket, address: Any, timeout: float) -> None:
        plug.settimeout(0.0)
        code = plug.connect_ex(address)
        if code in (errno.EINPROGRESS, errno.EWOULDBLOCK):

            def step(seconds: float) -> int | None:
                if not _ready(plug, selectors.EVENT_WRITE, seconds):
                    return None
                return plug.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

            code = self._patience.wait(step, timeout, httpcore.ConnectTimeout)
        if code:
            error = OSError(code, "no connection")
            raise httpcore.ConnectError(error) from error


class _Transport(httpx.BaseTransport):
    """Carries httpx's requests, through the proxy that the platform names."""

    def __init__(self, patience: _Patience) -> None:
        self._patience = patience
        self._pools: dict[tuple[str, bool], httpcore.ConnectionPool] = {}
        self._making = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        proxy = _proxy(url.scheme, url.host)
        # A proxy looks names up itself, and may well be one of this network.
        inner = bool(proxy) or bool(request.extensions.get(_INNER))
        answer = self._pool(proxy, inner=inner).handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()

    def _pool(self, proxy: str, *, inner: bool) -> httpcore.ConnectionPool:
        """The connections for this; none that were opened inwards serve who may not be there."""
        with self._making:
            if (proxy, inner) not in self._pools:
                dial = _Dial(self._patience, inner=inner)
                self._pools[proxy, inner] = self._made(proxy, dial)
            return self._pools[proxy, inner]

    def _made(self, proxy: str, dial: _Dial) -> httpcore.ConnectionPool:
        # The certificates are those that SSL_CERT_FILE and SSL_CERT_DIR name, if they do.
        trust = httpx.create_ssl_context()
        if not proxy:
            return httpcore.ConnectionPool(trust, keepalive_expiry=30.0, network_backend=dial)
        named = httpx.Proxy(proxy)
        if not named.url.scheme.startswith("http"):
            raise httpcore.ProxyError(f"a proxy of the kind {named.url.scheme}")
        return httpcore.HTTPProxy(
            str(named.url),
            proxy_auth=named.raw_auth,
            ssl_context=trust,
            keepalive_expiry=30.0,
            network_backend=dial,
        )


class _Body(httpx.SyncByteStream):
    """The body of an answer, piece by piece."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def _go_on() -> None:
    """Ask nothing."""


def _ready(plug: socket.socket, event: int, seconds: float) -> bool:
    """Whether a socket can be read or written, within that time."""
    if plug.fileno() < 0:
        return True
    with selectors.DefaultSelector() as selector:
        selector.register(plug, event)
        return bool(selector.select(seconds))


def _proxy(scheme: str, host: str) -> str:
    """The proxy that the platform names for a host; empty: none."""
    if urllib.request.proxy_bypass(host):
        return ""
    known = urllib.request.getproxies()
    named = known.get(scheme) or known.get("all") or ""
    return named if "://" in named or not named else f"http://{named}"


@contextlib.contextmanager
def _told_apart() -> Iterator[None]:
    """Say in one word what went wrong underneath."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Lost(Loss.LATE) from error
    except httpcore.ConnectError as error:
        raise Lost(_unconnected(error.args[0] if error.args else None)) from error
    except httpcore.ProxyError as error:
        raise Lost(Loss.PROXY) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.TransportError) as error:
        raise Lost(Loss.DROPPED) from error
    except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError) as error:
        raise Lost(Loss.ADDRESS) from error


def _unconnected(cause: object) -> Loss:
    # httpcore's pool drops the `__cause__`, so it travels as the argument.
    if isinstance(cause, _Inside):
        return Loss.INWARD
    if isinstance(cause, ssl.SSLError):
        return Loss.CERTIFICATE if isinstance(cause, ssl.SSLCertVerificationError) else Loss.DROPPED
    if isinstance(cause, socket.gaierror):
        return Loss.NETWORK if cause.errno == socket.EAI_AGAIN else Loss.NAME
    if isinstance(cause, UnicodeError):
        return Loss.ADDRESS
    away = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN)
    return Loss.NETWORK if isinstance(cause, OSError) and cause.errno in away else Loss.REFUSED
