"""The tags by which a page finds what it is dressed in and where its site begins."""

from django import template
from django.template import Context
from django.utils.translation import get_language

from proceedings.publishing.favicon import favicon_path
from proceedings.publishing.stylesheet import stylesheet_path

register = template.Library()


@register.simple_tag(takes_context=True)
def stylesheet_url(context: Context) -> str:
    """Where the page links its stylesheet; a frozen page brings its own address in the context."""
    return str(context.get("stylesheet_url") or stylesheet_path())


@register.simple_tag
def favicon_url() -> str:
    """Where the mark in the browser's tab is served."""
    return favicon_path()


@register.simple_tag(takes_context=True)
def site_address(context: Context) -> str:
    """Where the site begins in the language of this page; a published page brings it in the context."""
    return str(context.get("site_root") or ("/en/" if get_language() == "en" else "/"))
