"""The tag by which a page finds its stylesheet."""

from django import template
from django.template import Context

from proceedings.publishing.stylesheet import stylesheet_path

register = template.Library()


@register.simple_tag(takes_context=True)
def stylesheet_url(context: Context) -> str:
    """Where the page links its stylesheet; a frozen page brings its own address in the context."""
    return str(context.get("stylesheet_url") or stylesheet_path())
