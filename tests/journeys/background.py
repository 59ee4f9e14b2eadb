"""The background worker, for as long as it takes to do what is queued."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connections
from procrastinate.contrib.django import app


def work_off_the_queue():
    """Do the queued jobs as the worker's service does; in a thread, because the browser's event loop fills this one."""

    def work():
        try:
            with app.replace_connector(app.connector.get_worker_connector()) as working:
                working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()
