"""The addresses at which points are answered."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

app_name = "points"


def point(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Stand in for the page on which a point is answered."""
    return HttpResponse(f"{slug} {pk}")


urlpatterns = [
    path("<slug:slug>/<int:pk>/", point, name="point"),
    path("<slug:slug>/responses/<int:pk>/", point, name="response"),
]
