"""Lăng Kính over an archive of articles on Apache Spark: JSON Lines in, one bundle out (docs/spark.md).

    spark-submit --files target/release/langkinh tools/spark.py hdfs:///archive/*.jsonl archive.bundle.json

Every partition is piped through `langkinh map`; partial results are joined by `langkinh merge --partial`, pairs first and
pairs of pairs after them; the driver makes the bundle. Any order, any number of partitions: the same bytes.
"""

import argparse
import os
import subprocess
import sys
import threading

from pyspark import SparkFiles
from pyspark.sql import SparkSession


def program(name):
    """The command on this machine: sent along by `--files`, or where `name` says."""
    sent = SparkFiles.get(os.path.basename(name))
    return sent if os.access(sent, os.X_OK) else name


def piped(arguments, lines):
    """What a command prints when it reads these lines (bytes). A line that it cannot read is named on standard error."""
    process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def feed():
        with process.stdin as to:
            for line in lines:
                to.write(line + b"\n")

    feeding = threading.Thread(target=feed)
    feeding.start()
    printed = process.stdout.read()
    feeding.join()
    status = process.wait()
    if status not in (0, 1):
        raise RuntimeError(f"{arguments[0]} ended with {status}")
    if status == 1:
        print(f"{' '.join(arguments)}: some lines were not read, see above", file=sys.stderr)
    return printed


def mapper(name, options):
    def read(lines):
        yield piped([program(name), "map", *options], (line.encode() for line in lines))

    return read


def merger(name):
    def merge(one, other):
        return piped([program(name), "merge", "--partial"], [one, other])

    return merge


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("archive", help="JSON Lines: files, folders or patterns that Spark can read")
    arguments.add_argument("bundle", help="file to write, on the driver")
    arguments.add_argument("--langkinh", default="langkinh", help="the command, if not sent along as a file")
    arguments.add_argument("--partitions", type=int, default=None, help="parts of the archive, at least")
    arguments.add_argument("--words", default=None, help="a word list, at the same path on every machine")
    arguments.add_argument("--hashes", action="store_true", help="a bundle without the texts")
    given = arguments.parse_args()
    spark = SparkSession.builder.appName("langkinh").getOrCreate()
    words = ["--words", given.words] if given.words else []
    lines = spark.sparkContext.textFile(given.archive, given.partitions)
    parts = lines.mapPartitions(mapper(given.langkinh, words)).treeReduce(merger(given.langkinh), depth=3)
    made = ["--hashes"] if given.hashes else []
    with open(given.bundle, "wb") as out:
        out.write(piped([program(given.langkinh), "merge", *made], [parts]))
    spark.stop()


if __name__ == "__main__":
    main()
