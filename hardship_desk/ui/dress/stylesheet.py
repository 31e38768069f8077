"""The style sheet of the window: one template, filled with the colours and the text size."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template

from hardship_desk.ui.dress.tokens import Tokens

_TEMPLATE = Template("""
* { font-family: "Source Sans 3"; font-size: ${body}pt; }
QMainWindow, QDialog, QWidget#page { background: ${background}; }
QLabel { color: ${text}; background: transparent; }
QLabel[role="title"] { font-size: ${h1}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${h2}pt; font-weight: 600; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="muted"] { color: ${muted}; }
QLabel[role="small"] { color: ${muted}; font-size: ${small}pt; }
QLabel[role="error"] { color: ${error}; font-weight: 600; }
QLabel[role="warning"] { color: ${warning}; font-weight: 600; }
QLabel[role="amount"] { font-weight: 600; }
QLabel[role="chip"] { background: ${soft}; color: ${text}; border-radius: 4px; padding: 1px 7px;
  font-size: ${small}pt; }
QLabel[role="chip-warning"] { background: ${warning_soft}; color: ${warning}; border-radius: 4px;
  padding: 1px 7px; font-size: ${small}pt; font-weight: 600; }
QLabel[role="strip-warning"] { background: ${warning_soft}; color: ${text}; padding: 6px 20px;
  border-left: 4px solid ${warning}; }
QLabel[role="chip-error"] { background: ${error_soft}; color: ${error}; border-radius: 4px;
  padding: 1px 7px; font-size: ${small}pt; font-weight: 600; }
QLabel[role="chip-good"] { background: ${good_soft}; color: ${good}; border-radius: 4px;
  padding: 1px 7px; font-size: ${small}pt; font-weight: 600; }

QFrame#bar { background: ${bar}; border: none; }
QFrame#bar QLabel { color: ${on_bar}; }
QFrame#bar QLabel[role="muted"] { color: ${bar_muted}; }
QFrame#bar QLabel[role="brand"] { font-size: ${h2}pt; font-weight: 700; }
QFrame#bar QLabel[role="practice"] { color: ${bar}; background: ${practice}; border-radius: 4px;
  padding: 2px 8px; font-weight: 700; font-size: ${small}pt; }
QFrame#bar QPushButton { background: transparent; color: ${on_bar}; border: 2px solid transparent;
  border-radius: 6px; padding: 6px 8px; font-weight: 600; }
QFrame#bar QPushButton:hover { background: ${bar_soft}; }
QFrame#bar QPushButton:checked { background: ${bar_soft}; border-bottom: 3px solid ${bar_accent};
  border-bottom-left-radius: 0; border-bottom-right-radius: 0; }
QFrame#bar QPushButton:focus { border: 2px solid ${on_bar}; }
QFrame#bar QPushButton:disabled { color: ${bar_muted}; background: transparent; }

QFrame#card { background: ${surface}; border: 1px solid ${line}; border-radius: 10px; }
QFrame#card[state="error"] { border: 1px solid ${error}; }
QFrame#card[state="active"] { border: 1px solid ${accent}; }
QFrame#inset { background: ${raised}; border: 1px solid ${line}; border-radius: 8px; }
QFrame#flag-B { background: ${error_soft}; border: none; border-left: 4px solid ${error};
  border-radius: 4px; }
QFrame#flag-W { background: ${warning_soft}; border: none; border-left: 4px solid ${warning};
  border-radius: 4px; }
QFrame#flag-A, QFrame#notice { background: ${soft}; border: none; border-left: 4px solid ${accent};
  border-radius: 4px; }
QFrame#flag-A QLabel[role="chip"] { background: ${surface}; }
QFrame#done { background: ${good_soft}; border: none; border-left: 4px solid ${good};
  border-radius: 4px; }
QFrame#side { background: ${surface}; border: none; border-right: 1px solid ${line}; }
QFrame#kompas { background: ${surface}; border: none; border-left: 1px solid ${line}; }
QFrame#footer { background: ${surface}; border: none; border-top: 1px solid ${line}; }
QFrame#rule { background: ${line}; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QComboBox, QPlainTextEdit { background: ${field}; color: ${text};
  border: 1px solid ${field_line}; border-radius: 6px; padding: 5px 10px; min-height: ${line_px}px;
  selection-background-color: ${accent}; selection-color: ${on_accent};
  placeholder-text-color: ${muted}; }
QPlainTextEdit { padding: 4px 8px; }
QPlainTextEdit[lines="one"] { padding: 4px 10px; }
QLineEdit:focus, QComboBox:focus { border: 2px solid ${accent}; padding: 4px 9px; }
QPlainTextEdit:focus { border: 2px solid ${accent}; padding: 3px 7px; }
QPlainTextEdit[lines="one"]:focus { padding: 3px 9px; }
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"] {
  border: 2px solid ${error}; padding: 4px 9px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: ${muted};
  background: ${raised}; border-color: ${line}; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: ${raised}; }
QComboBox::drop-down { border: none; width: ${drop_px}px; subcontrol-origin: padding;
  subcontrol-position: center right; }
QComboBox::down-arrow { image: url(${icons}/down_${name}.svg); width: ${arrow_px}px; height: ${arrow_px}px; }
QComboBox QAbstractItemView, QListView#offered, QMenu { background: ${surface}; color: ${text};
  border: 1px solid ${field_line}; padding: 4px; outline: none;
  selection-background-color: ${soft}; selection-color: ${text}; }
QComboBox QAbstractItemView::item, QListView#offered::item { min-height: ${line_px}px; padding: 3px 8px; }
QListView#offered { padding: 0; }
QMenu::item { padding: 6px 18px; border-radius: 4px; }
QMenu::item:selected { background: ${soft}; }
QMenu::item:disabled { color: ${muted}; }
QMenu::separator { height: 1px; background: ${line}; margin: 4px 8px; }
QToolTip { background: ${surface}; color: ${text}; border: 1px solid ${field_line}; padding: 4px; }

QCheckBox, QRadioButton { outline: none; color: ${text}; spacing: ${gap_px}px; padding: 3px 6px 3px 3px;
  border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid ${accent}; }
QCheckBox:disabled, QRadioButton:disabled { color: ${muted}; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: ${mark_px}px; height: ${mark_px}px;
  border: 1px solid ${field_line}; background: ${field}; border-radius: 4px; }
QRadioButton::indicator { border-radius: ${mark_r}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border: 1px solid ${accent}; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: ${raised};
  border: 1px dashed ${muted}; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: ${accent}; border-color: ${accent};
  image: url(${icons}/check_${name}.svg); }
QRadioButton::indicator:checked { background: ${accent}; border-color: ${accent};
  image: url(${icons}/dot_${name}.svg); }

QPushButton { color: ${accent}; background: ${surface}; border: 1px solid ${accent};
  border-radius: 6px; padding: 7px 16px; font-weight: 600; min-height: ${button_px}px;
  outline: none; }
QPushButton:hover { background: ${soft}; }
QPushButton:focus { border: 2px solid ${text}; padding: 6px 15px; }
QPushButton:disabled { color: ${muted}; border-color: ${line}; background: ${raised}; }
QPushButton[kind="primary"] { background: ${accent}; color: ${on_accent}; }
QPushButton[kind="primary"]:hover { background: ${accent_hover}; }
QPushButton[kind="quiet"] { border: 2px solid transparent; background: transparent;
  color: ${accent}; padding: 3px 1px; min-height: 0; }
QPushButton[kind="quiet"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"]:focus { border: 2px solid ${accent}; }
QPushButton[kind="link"] { border: 2px solid transparent; background: transparent;
  color: ${accent}; padding: 1px; min-height: 0; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid ${accent}; }
QPushButton[kind="row"] { border: 2px solid transparent; background: transparent;
  border-radius: 6px; padding: 0; min-height: 0; }
QPushButton[kind="row"]:hover { background: ${soft}; }
QPushButton[kind="row"]:focus { border: 2px solid ${accent}; }
QPushButton::menu-indicator { image: url(${icons}/down_${name}.svg); width: ${arrow_px}px;
  height: ${arrow_px}px;
  subcontrol-position: center right; right: 4px; }
QPushButton[kind="menu"] { border: 2px solid transparent; background: transparent;
  color: ${accent}; padding: 3px ${drop_px}px 3px 8px; min-height: 0; }
QPushButton[kind="menu"]:hover { background: ${soft}; }
QPushButton[kind="menu"]:focus { border: 2px solid ${accent}; }
QPushButton[kind="primary"]:disabled { color: ${muted}; background: ${raised};
  border-color: ${line}; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled,
QPushButton[kind="menu"]:disabled { color: ${muted}; background: transparent; }
QPushButton:disabled, QPushButton[kind]:disabled { font-weight: 400; }
QPushButton:disabled { border-style: dashed; }

QTextBrowser { background: ${surface}; color: ${text}; border: 1px solid ${line};
  border-radius: 8px; padding: 10px 14px; selection-background-color: ${soft};
  selection-color: ${text}; }
QTextBrowser:focus { border: 2px solid ${accent}; }
QListWidget, QTableView, QTreeView { background: ${surface}; color: ${text};
  placeholder-text-color: ${muted};
  border: 1px solid ${line}; border-radius: 8px; outline: none; gridline-color: ${line};
  alternate-background-color: ${raised}; selection-background-color: ${soft};
  selection-color: ${text}; }
QListWidget:focus, QTableView:focus { border: 2px solid ${accent}; }
QListWidget::item { padding: 6px 10px; border-radius: 4px; }
QListWidget::item:selected, QTableView::item:selected { background: ${soft}; color: ${text}; }
QTableView::item { padding: 4px 10px; border: none; }
QHeaderView { background: ${surface}; border: none; }
QHeaderView::section { background: ${raised}; color: ${muted}; border: none;
  border-bottom: 1px solid ${line}; padding: 8px 13px; font-weight: 600; text-align: left; }
QFrame#bar QPushButton::menu-indicator { image: url(${icons}/down_dark.svg); right: 6px; }
QFrame#bar QPushButton[kind="menu"] { padding: 6px ${drop_px}px 6px 12px; min-height: ${button_px}px; }
QListWidget#rail, QListWidget#sections { border: none; border-radius: 0; background: transparent; }
QListWidget#rail:focus { border: none; }
QListWidget#sections:focus { border: none; }
QListWidget#sections::item { padding: 7px 10px; margin: 1px 8px; border: 2px solid transparent;
  border-radius: 6px; }
QListWidget#sections::item:focus { border: 2px solid ${accent}; }
QScrollArea { border: 2px solid transparent; border-radius: 6px; background: transparent; }
QScrollArea#fitted { border: none; }
QScrollArea:focus { border: 2px solid ${accent}; }
QScrollArea > QWidget > QWidget#content { background: transparent; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 2px; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 2px; }
QScrollBar::handle { background: ${field_line}; border-radius: 4px; min-height: 32px;
  min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: ${line}; }
QMenuBar { background: ${surface}; color: ${text}; border-bottom: 1px solid ${line}; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: ${soft}; }
""")

_EDGES = Template("""
QLabel[role="chip"] { border: 1px solid ${line}; }
QLabel[role="chip-warning"] { border: 1px solid ${warning}; }
QLabel[role="chip-error"] { border: 1px solid ${error}; }
QLabel[role="chip-good"] { border: 1px solid ${good}; }
QFrame#flag-B { border: 1px solid ${error}; border-left: 4px solid ${error}; }
QFrame#flag-W { border: 1px solid ${warning}; border-left: 4px solid ${warning}; }
QFrame#done { border: 1px solid ${good}; border-left: 4px solid ${good}; }
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled,
QPushButton[kind="menu"]:disabled { border: 2px dashed ${line}; }
""")
"""For high contrast, where every ground is black: an edge instead of a ground."""


def style_sheet(tokens: Tokens, icons: Path, scale: int) -> str:
    """The style sheet for these colours at this text size, in percent."""
    line = 22 * scale // 100
    mark = 18 * scale // 100
    edges = _EDGES.substitute(asdict(tokens)) if tokens.name == "contrast" else ""
    sheet = _TEMPLATE.substitute(
        asdict(tokens),
        icons=icons.as_posix(),
        body=points(11, scale),
        small=points(9.5, scale),
        h1=points(19, scale),
        h2=points(13.5, scale),
        line_px=line,
        arrow_px=12 * scale // 100,
        drop_px=28 * scale // 100,
        button_px=20 * scale // 100,
        mark_px=mark,
        mark_r=mark // 2 + 1,
        gap_px=8 * scale // 100,
    )
    return sheet + edges


def points(size: float, scale: int) -> str:
    """A text size in points at this scale."""
    return f"{size * scale / 100:.1f}"
