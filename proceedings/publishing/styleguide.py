"""The living styleguide: every component in every state, with its keyboard behaviour and its print form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proceedings.publishing.specimens import GROUPS

THEMES = frozenset({"light", "dark"})


@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the styleguide; `?theme=light|dark` holds a theme, anything else follows the reader's system."""
    theme = request.GET.get("theme", "")
    context = {"groups": GROUPS, "theme": theme if theme in THEMES else ""}
    return render(request, "styleguide/index.html", context)
