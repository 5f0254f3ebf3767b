"""The smallest PySide6 program: what a start is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def main() -> int:
    """Show a window with a word in it."""
    app = QApplication(["empty"])
    window = QMainWindow()
    window.setCentralWidget(QLabel("empty"))
    window.resize(1240, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
