from paperdesk.domain.typed import BOLD, PrintLine, Run


def test_a_line_reads_as_its_runs_do() -> None:
    line = PrintLine((0.0, 0.0, 1.0, 1.0), 10.0, (Run("bold ", BOLD), Run("and not")))
    assert line.text == "bold and not"
