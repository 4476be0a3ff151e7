namespace Interlock.Cli.Verbs.Doctor;

/// <summary>What a control loop needs to keep its rate.</summary>
internal static class TimingCheck
{
    private const string LimitsFile = "/proc/self/limits";
    private const string ProcessorsFolder = "/sys/devices/system/cpu";
    private const string GovernorFile = "cpufreq/scaling_governor";
    private const string SynchronisedMark = "/run/systemd/timesync/synchronized";
    private const double FineNs = 1_000;

    public static IEnumerable<MachineFinding> Run()
    {
        yield return TimerResolution();
        yield return MachineFinding.Of(
            "absolute_sleep",
            PosixClock.HasNanosleep,
            PosixClock.HasNanosleep ? "clock_nanosleep is there" : "clock_nanosleep is not there",
            "control loops pace with coarser timers here; run them on Linux");
        yield return RealTimePriority();
        yield return WallClockFinding(WallClock.Ask(), File.Exists(SynchronisedMark));
        if (Governors() is { Length: > 0 } governors)
        {
            yield return MachineFinding.Of(
                "cpu_governor",
                governors.All(governor => governor is "performance" or "schedutil"),
                string.Join(", ", governors),
                "sudo cpupower frequency-set -g performance: a core that changes speed adds jitter");
        }
    }

    /// <summary>Only files carry the wall clock, the loop does not, so a wrong one is never more than advice.</summary>
    public static MachineFinding WallClockFinding(WallClock? clock, bool serviceSaysSynchronised)
    {
        const string fix = "sudo timedatectl set-ntp true (or run chrony): recordings of several machines line up only with a common clock";
        return clock switch
        {
            { IsSynchronised: true } => new MachineFinding("wall_clock", MachineStatus.Ok, $"synchronised, at most {clock.LargestErrorMs:G3} ms off"),
            _ when serviceSaysSynchronised => new MachineFinding("wall_clock", MachineStatus.Ok, "synchronised by systemd-timesyncd"),
            { } => new MachineFinding("wall_clock", MachineStatus.Advice, "not synchronised", fix),
            null => new MachineFinding("wall_clock", MachineStatus.Advice, "not known on this system", fix),
        };
    }

    /// <summary>The governors in use, each once; none where the system does not tell.</summary>
    private static string[] Governors()
    {
        if (!Directory.Exists(ProcessorsFolder))
        {
            return [];
        }

        IEnumerable<string?> all = Directory.EnumerateDirectories(ProcessorsFolder, "cpu*").Select(core => ReadOrNull(Path.Combine(core, GovernorFile)));
        return [.. all.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    private static MachineFinding TimerResolution()
    {
        double resolutionNs = PosixClock.MonotonicResolutionNs ?? (1e9 / TimeProvider.System.TimestampFrequency);
        return MachineFinding.Of(
            "timer_resolution",
            resolutionNs <= FineNs,
            $"{resolutionNs:G3} ns",
            "use a kernel with high-resolution timers (CONFIG_HIGH_RES_TIMERS)");
    }

    private static MachineFinding RealTimePriority()
    {
        int? highest = ReadOrNull(LimitsFile) is { } limits ? RealTimeLimit.Parse(limits) : null;
        string value = highest switch
        {
            null => "not known on this system",
            0 => "not permitted (RLIMIT_RTPRIO is 0)",
            _ => $"permitted up to {highest}",
        };
        return MachineFinding.Of(
            "realtime_priority",
            highest > 0,
            value,
            OperatingSystem.IsLinux()
                ? "add '@realtime - rtprio 80' to /etc/security/limits.d/realtime.conf, add yourself to that group, log in again"
                : "run control loops on Linux");
    }

    private static string? ReadOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
