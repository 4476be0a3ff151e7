namespace Interlock.Cli.Verbs.Doctor;

/// <summary>The real-time priority that Linux grants this process, from <c>/proc/self/limits</c> (proc(5)).</summary>
internal static class RealTimeLimit
{
    private const string Row = "Max realtime priority";

    /// <summary>SCHED_FIFO priorities end at 99 (sched(7)).</summary>
    private const int HighestPriority = 99;

    /// <summary>The soft limit, 0 to 99; null when the text does not state one.</summary>
    public static int? Parse(string limits)
    {
        string? line = limits.Split('\n').FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal));
        string? soft = line?[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return soft switch
        {
            null => null,
            "unlimited" => HighestPriority,
            _ => int.TryParse(soft, out int value) ? value : null,
        };
    }
}
