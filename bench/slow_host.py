#!/usr/bin/env python3
"""A host that takes a second for each answer, in front of many that take none. Standard library only.

  slow_host.py records FILE PORT   a record with 400 links to 127.0.0.2, then 500 over 127.1.0.1 to 127.1.0.100
  slow_host.py serve PORT LOG      answers them all; a line of LOG for each answer: seconds since the first request, host
  slow_host.py table LOG           when each tenth of the fast answers was given, and how many slow ones were by then
"""
import asyncio, json, socket, sys, time

SLOW, FAST, SLOW_LINKS, FAST_LINKS = "127.0.0.2", ["127.1.0.%d" % n for n in range(1, 101)], 400, 500


def records(path, port):
    urls = ["http://%s:%s/slow-%d" % (SLOW, port, n) for n in range(SLOW_LINKS)]
    urls += ["http://%s:%s/fast-%d" % (FAST[n % len(FAST)], port, n) for n in range(FAST_LINKS)]
    with open(path, "w") as file:
        file.write(json.dumps({"slug": "a", "body_md": "\n\n".join("[x](%s)" % url for url in urls)}) + "\n")


async def serve(port, path):
    log, begun = open(path, "w", buffering=1), []

    async def answer(reader, writer):
        host = writer.get_extra_info("sockname")[0]
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                begun or begun.append(time.monotonic())
                if host == SLOW:
                    await asyncio.sleep(1)
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n")
                log.write("%.3f %s\n" % (time.monotonic() - begun[0], "slow" if host == SLOW else "fast"))
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    listener = socket.create_server(("0.0.0.0", int(port)), backlog=1024)
    async with await asyncio.start_server(answer, sock=listener) as server:
        await server.serve_forever()


def table(path):
    lines = [line.split() for line in open(path)]
    fast = sorted(float(at) for at, kind in lines if kind == "fast")
    slow = sorted(float(at) for at, kind in lines if kind == "slow")
    print("| fast answers | after s | slow answers by then |\n|--:|--:|--:|")
    for part in range(1, 11):
        count = len(fast) * part // 10
        print("| %d | %.2f | %d |" % (count, fast[count - 1], sum(at <= fast[count - 1] for at in slow)))
    print("\n%d slow answers in all, the last after %.1f s" % (len(slow), slow[-1] if slow else 0))


if __name__ == "__main__":
    name, *rest = sys.argv[1:]
    if name == "serve":
        asyncio.run(serve(*rest))
    else:
        {"records": records, "table": table}[name](*rest)
