"""The system calls that a hand-in may make, by what they are for: a list of what is allowed, because a list of what
is forbidden grows old with every kernel. Each entry is name:number on x86-64:number on arm64, "-" where there is none.
"""

ALLOWED = """
read:0:63 write:1:64 open:2:- openat:257:56 openat2:437:437 creat:85:- close:3:57 close_range:436:436 stat:4:-
fstat:5:80 lstat:6:- newfstatat:262:79 statx:332:291 lseek:8:62 pread64:17:67 pwrite64:18:68 readv:19:65 writev:20:66
preadv:295:69 pwritev:296:70 preadv2:327:286 pwritev2:328:287 access:21:- faccessat:269:48 faccessat2:439:439
readlink:89:- readlinkat:267:78 getdents:78:- getdents64:217:61 getcwd:79:17 chdir:80:49 fchdir:81:50 rename:82:-
renameat:264:38 renameat2:316:276 mkdir:83:- mkdirat:258:34 rmdir:84:- unlink:87:- unlinkat:263:35 link:86:-
linkat:265:37 symlink:88:- symlinkat:266:36 ftruncate:77:46 fallocate:285:47 fsync:74:82 fdatasync:75:83 flock:73:32
dup:32:23 dup2:33:- dup3:292:24 pipe:22:- pipe2:293:59 umask:95:166 statfs:137:43 fstatfs:138:44
copy_file_range:326:285 sendfile:40:71 fadvise64:221:223 readahead:187:213
mmap:9:222 munmap:11:215 mprotect:10:226 mremap:25:216 madvise:28:233 brk:12:214 msync:26:227 membarrier:324:283
rseq:334:293 futex:202:98 futex_waitv:449:449 set_robust_list:273:99 get_robust_list:274:100 get_mempolicy:239:236
getpid:39:172 gettid:186:178 getppid:110:173 getuid:102:174 geteuid:107:175 getgid:104:176 getegid:108:177
getgroups:115:158 getresuid:118:148 getresgid:120:150 getpgid:121:155 getpgrp:111:- getsid:124:156 exit:60:93
exit_group:231:94 wait4:61:260 waitid:247:95 arch_prctl:158:- set_tid_address:218:96 getrlimit:97:163 setrlimit:160:164
getrusage:98:165 times:100:153 sysinfo:99:179 uname:63:160 getcpu:309:168 sched_yield:24:124 sched_getaffinity:204:123
sched_getparam:143:121 sched_getscheduler:145:120 sched_get_priority_max:146:125 sched_get_priority_min:147:126
getpriority:140:141 capget:125:90 getrandom:318:278
rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 rt_sigpending:127:136 rt_sigtimedwait:128:137
rt_sigsuspend:130:133 sigaltstack:131:132 alarm:37:- setitimer:38:103 getitimer:36:102 pause:34:-
restart_syscall:219:128 timerfd_create:283:85 timerfd_settime:286:86 timerfd_gettime:287:87 signalfd4:289:74
eventfd:284:- eventfd2:290:19
clock_gettime:228:113 clock_getres:229:114 clock_nanosleep:230:115 nanosleep:35:101 gettimeofday:96:169 time:201:-
select:23:- pselect6:270:72 poll:7:- ppoll:271:73 epoll_create:213:- epoll_create1:291:20 epoll_ctl:233:21
epoll_wait:232:- epoll_pwait:281:22 epoll_pwait2:441:441
sendto:44:206 recvfrom:45:207 shutdown:48:210 getsockname:51:204 getsockopt:55:209
"""
"""Files, memory, own process, own signals, clocks, waiting; the last line serves asyncio's own socket pair."""

METADATA = """
chmod:90:- fchmod:91:52 fchmodat:268:53 fchmodat2:452:452 chown:92:- fchown:93:55 lchown:94:- fchownat:260:54
utime:132:- utimes:235:- futimesat:261:- utimensat:280:88
"""
"""Landlock does not govern these, so without a root of its own a hand-in is told "done" and nothing is: an error would
break what copies files, as IPython does."""

ATTRIBUTES = """
setxattr:188:5 lsetxattr:189:6 fsetxattr:190:7 getxattr:191:8 lgetxattr:192:9 fgetxattr:193:10 listxattr:194:11
llistxattr:195:12 flistxattr:196:13 removexattr:197:14 lremovexattr:198:15 fremovexattr:199:16
"""
"""Landlock does not govern these either; "not supported" is an answer that every program knows."""

TRUNCATE = "truncate:76:45"
"""By path; Landlock governs it from its third version on only."""

CLONE = "clone:56:220"
CLONE3 = "clone3:435:435"
"""It hides its flags from seccomp: "no such call" sends the C library back to clone."""

SIGNALS = "kill:62:129 tgkill:234:131"
ONESELF = "prlimit64:302:261 sched_setaffinity:203:122"
FCNTL, IOCTL, PRCTL, SOCKETPAIR = "fcntl:72:25", "ioctl:16:29", "prctl:157:167", "socketpair:53:199"

NEWEST = 463
"""A call with a larger number is newer than this list: it does not exist here, and the C library does without."""

CAPSET = "capset:126:91"
PIVOT_ROOT = "pivot_root:155:41"


def numbers(table: str, column: int) -> list[int]:
    """Return the numbers of a table's calls on one kind of machine (0: x86-64, 1: arm64)."""
    found = (entry.split(":")[1 + column] for entry in table.split())
    return [int(number) for number in found if number != "-"]
