"""A note as it will read."""

from PySide6.QtCore import QByteArray, QEvent, QUrl, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from paperdesk.infra.markdown import to_html
from paperdesk.ui.theme import GRID, Scale, Tone, font

NOTHING = "*Nothing is written yet.*"

_BAR = (
    '<table cellspacing="0" cellpadding="0" style="margin:4px 0 10px 0"><tr>'
    '<td width="3" bgcolor="{line}" style="padding:0"></td>'
    '<td class="quote" style="padding:0 0 0 10px">'
)

_BOX = (
    '<table width="100%" cellspacing="0" cellpadding="0" style="margin:4px 0 12px 0"><tr>'
    '<td bgcolor="{rail}" style="padding:8px"><pre>'
)


class Preview(QTextBrowser):
    """Shows Markdown; it fetches nothing, and where a link leads is for others to say."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAccessibleName("Preview of the note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(Scale.LEAD))
        self.document().setDocumentMargin(GRID * 2)
        self.document().setIndentWidth(GRID * 3)
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)

    def read(self, text: str) -> None:
        """Show a note; where it was shown already, at the same height."""
        at = self.verticalScrollBar().value() if self._text else 0
        self._text = text
        self.document().setDefaultStyleSheet(style(self.palette()))
        self.setHtml(dressed(to_html(text if text.strip() else NOTHING), self.palette()))
        self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:  # noqa: ARG002
        """Load nothing, and say so: after None, Qt would read local files itself."""
        return QByteArray(b"")

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._text:
            self.read(self._text)

    def _follow(self, url: QUrl) -> None:
        if url.scheme():
            self.link_clicked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        else:
            self.scrollToAnchor(url.fragment())


def style(palette: QPalette) -> str:
    """The style sheet of the preview, in the colours of the theme."""
    ink, muted = palette.color(Tone.INK).name(), palette.color(Tone.MUTED).name()
    accent, rail = palette.color(Tone.ACCENT).name(), palette.color(Tone.RAIL).name()
    return f"""
body {{ color: {ink}; }}
p, li {{ line-height: 140%; }}
p {{ margin-top: 0; margin-bottom: 10px; }}
h1 {{ font-size: x-large; }}
h2 {{ font-size: large; }}
h3, h4, h5, h6 {{ font-size: medium; }}
h1, h2, h3, h4, h5, h6 {{ font-weight: 600; margin-top: 14px; margin-bottom: 6px; }}
a {{ color: {accent}; text-decoration: none; }}
.quote, .quote p {{ color: {muted}; }}
code {{ background-color: {rail}; }}
pre {{ margin: 0; white-space: pre-wrap; }}
th, td {{ padding: 3px 10px 3px 0; }}
th {{ text-align: left; }}
"""


def dressed(html: str, palette: QPalette) -> str:
    """The same HTML with a bar beside each quote and room around code.

    Qt's style sheets have neither; tables of one row do. What is replaced can
    be nothing that somebody wrote: in that, every < is escaped.
    """
    frames = {
        "<blockquote>": _BAR.format(line=palette.color(Tone.ACCENT).name()),
        "</blockquote>": "</td></tr></table>",
        "<pre>": _BOX.format(rail=palette.color(Tone.RAIL).name()),
        "</pre>": "</pre></td></tr></table>",
    }
    for tag, frame in frames.items():
        html = html.replace(tag, frame)
    return html.strip()
