"""The project's addresses, and some that fail on purpose."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import FileResponse
from django.urls import path

from proceedings import urls
from proceedings.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def fails_with(exception):
    def view(request):
        raise exception

    return view


def file(request):
    return FileResponse(
        [b"%PDF-"], content_type="application/pdf", filename="proceedings.pdf", as_attachment=True
    )


urlpatterns = [
    path("fails/400/", fails_with(BadRequest("no"))),
    path("fails/403/", fails_with(PermissionDenied("no"))),
    path("fails/500/", fails_with(ZeroDivisionError("no"))),
    path("fails/503/", fails_with(OperationalError("no"))),
    path("a-file/", file),
    *urls.urlpatterns,
]
