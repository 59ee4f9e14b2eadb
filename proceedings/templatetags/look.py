"""The tags by which a page finds what it needs to look as it does."""

from django import template
from django.template import Context

from proceedings.publishing.icon import icon_path
from proceedings.publishing.stylesheet import desk_stylesheet_path, draft_stylesheet_path, stylesheet_path

register = template.Library()


@register.simple_tag(takes_context=True)
def stylesheet_url(context: Context) -> str:
    """Where the page links its stylesheet; a frozen or offline page brings its own address in the context."""
    return str(context.get("stylesheet_url") or stylesheet_path())


@register.simple_tag(takes_context=True)
def draft_stylesheet_url(context: Context) -> str:
    """Where a draft links what only drafts wear; the context may name another place, as for the stylesheet."""
    return str(context.get("draft_stylesheet_url") or draft_stylesheet_path())


@register.simple_tag(takes_context=True)
def desk_stylesheet_url(context: Context) -> str:
    """Where a page of staff links what only the workbench wears; the context may name another place."""
    return str(context.get("desk_stylesheet_url") or desk_stylesheet_path())


@register.simple_tag(takes_context=True)
def icon_url(context: Context) -> str:
    """Where the page links its icon; the context may name another place, as for the stylesheet."""
    return str(context.get("icon_url") or icon_path())
