namespace Interlock.Cli.Verbs.Doctor;

/// <summary>What a control loop needs to keep its rate.</summary>
internal static class TimingCheck
{
    private const string LimitsFile = "/proc/self/limits";
    private const string GovernorFile = "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
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
        if (ReadOrNull(GovernorFile) is { } governor)
        {
            yield return MachineFinding.Of(
                "cpu_governor",
                governor is "performance" or "schedutil",
                governor,
                "sudo cpupower frequency-set -g performance: a core that changes speed adds jitter");
        }
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
