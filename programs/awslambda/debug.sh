#!/usr/bin/env bash
# Runs a pulumi command with the program waiting for a debugger:
#
#   ./debug.sh up                     attach to port 5005 when told to
#   DEBUG_PORT=5006 ./debug.sh preview
#
# The pulumi command starts `java` more than once: to ask which plugins the program needs, and to run it. Only the
# latter may wait. So this script also stands in for `java`, first on the PATH, and adds the debugger to that call.
# `pulumi up` runs the program twice, for the preview and for the update; each run waits.
set -euo pipefail

port="${DEBUG_PORT:-5005}"

if [[ "$(basename "$0")" == java ]]; then
  case " $* " in
    *" -jar "*)
      echo "The program waits for a debugger on port $port." >&2
      # quiet=y: pulumi owns the program's standard output.
      exec "$PLINTH_JAVA" "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,quiet=y,address=127.0.0.1:$port" "$@"
      ;;
    *) exec "$PLINTH_JAVA" "$@" ;;
  esac
fi

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if ! command -v pulumi > /dev/null; then
  echo "debug.sh: there is no pulumi command on the PATH; install it from https://www.pulumi.com/docs/install/." >&2
  exit 127
fi
if ! PLINTH_JAVA="$(command -v java)"; then
  echo "debug.sh: there is no java command on the PATH; install a JDK from 17 on." >&2
  exit 127
fi
if [[ ! -f "$here/target/awslambda.jar" ]]; then
  echo "debug.sh: the program is not built; run ./mvnw -pl programs/awslambda -am package in the project's folder." >&2
  exit 1
fi
export PLINTH_JAVA

mkdir -p "$here/target/debug"
ln -sf "$here/debug.sh" "$here/target/debug/java"
export PATH="$here/target/debug:$PATH"
cd "$here"
echo "Attach a debugger to port $port whenever pulumi stands still." >&2
exec pulumi "$@"
