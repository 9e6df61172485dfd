# Waits on its standard input, which the kernel closes however the starting process ends (SIGKILL too), then stops
# the guarded server. "released" on the input means: stopped properly, nothing left to do.
#   $1 the server's folder   $2 its pid file   $3 the signal to stop it   $4 keep|delete the folder
trap '' HUP INT TERM
read -r word
[ "$word" = released ] && exit 0

# The server may still be on its way up, its pid file not yet written.
tries=0
until pid=$(head -n 1 "$2" 2>/dev/null) && [ -n "$pid" ] || [ "$tries" -ge 50 ]; do
  tries=$((tries + 1))
  sleep 0.1
done

# A pid can be used again: the process must also have our folder on its command line.
alive() {
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  [ -r "/proc/$pid/cmdline" ] || return 0
  tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "$1"
}

if alive "$1"; then
  kill -"$3" "$pid"
  tries=0
  while alive "$1" && [ "$tries" -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  alive "$1" && kill -KILL "$pid"
fi
if [ "$4" = delete ]; then rm -rf -- "$1"; fi
