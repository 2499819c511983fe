#!/usr/bin/env python3
"""units.py SITE AREA... - what systemd does with the units of these areas of a site, as they are written:
opens their sockets once, runs their services on them.  SIGHUP: reads the units again and restarts the
services (try-restart); the sockets stay open.  Says "ready" each time that all run."""
import grp, os, pwd, re, signal, socket, subprocess, sys

site, areas = sys.argv[1], sys.argv[2:]


def unit(kind, area):
    text = open(f'/etc/systemd/system/essaim-{site}-area@.{kind}').read().replace('%i', area)
    return lambda key: re.search(rf'^{key}=(.*)$', text, re.M).group(1)


def listen(area):
    path = unit('socket', area)('ListenStream')
    s = socket.socket(socket.AF_UNIX)
    s.bind(path)
    os.chown(path, 0, grp.getgrnam(unit('socket', area)('SocketGroup')).gr_gid)
    os.chmod(path, int(unit('socket', area)('SocketMode'), 8))
    s.listen(int(unit('socket', area)('Backlog')))
    return s


def start(area):
    said = unit('service', area)
    who = pwd.getpwnam(said('User'))
    env = dict(pair.split('=', 1) for pair in said('Environment').split())
    return subprocess.Popen(said('ExecStart').split(), stdin=sockets[area], stdout=subprocess.DEVNULL,
        stderr=open('/mnt/units.log', 'a'), env=env, user=who.pw_uid, group=who.pw_gid, extra_groups=[],
        umask=int(said('UMask'), 8), cwd='/', start_new_session=True)


def stop(service):  # KillMode=mixed
    service.terminate()
    service.wait()
    try:
        os.killpg(service.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP})
sockets = {area: listen(area) for area in areas}
services = {area: start(area) for area in areas}
while True:
    print('ready', flush=True)
    signal.sigwait({signal.SIGHUP})
    for area in areas:
        stop(services[area])
        services[area] = start(area)
