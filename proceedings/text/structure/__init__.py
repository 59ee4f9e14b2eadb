"""Reading the structure of a regulation: paragraphs → texts → phần, chương, mục, điều, khoản, điểm."""

from proceedings.text.structure.outline import Doubt, Node, Outline, TextOutline
from proceedings.text.structure.reading import read_structure
from proceedings.text.structure.written import provisions

__all__ = ["Doubt", "Node", "Outline", "TextOutline", "provisions", "read_structure"]
