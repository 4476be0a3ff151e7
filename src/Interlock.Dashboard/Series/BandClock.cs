namespace Interlock.Dashboard.Series;

/// <summary>
/// Where the guard is in its functional bands, as far as the recorded source of the commands tells: they run while the policy commands and begin anew with each episode
/// and after each interruption (GuardMonitors). Where it cannot be told, nothing is said.
/// </summary>
/// <param name="isFromStart">False where what came before the first word is not known.</param>
internal sealed class BandClock(bool isFromStart)
{
    private bool _isAtZero = isFromStart;
    private bool _isRunning;

    /// <summary>When it was at 0, s; null while it does not run or is not known.</summary>
    public double? ZeroT { get; private set; }

    /// <summary>A new episode begins.</summary>
    public void BeginEpisode(double t)
    {
        _isAtZero = true;
        ZeroT = _isRunning ? t : null;
    }

    /// <summary>Whose the commands are from now on.</summary>
    /// <param name="t">Now, s.</param>
    /// <param name="source">A word of the strip; null for words that are not known.</param>
    public void Show(double t, string? source)
    {
        bool isRunning = source == "policy";
        if (isRunning == _isRunning && isRunning)
        {
            return;
        }

        ZeroT = isRunning && _isAtZero ? t : null;

        // A stop or a person interrupts, and the policy begins anew; after a blend or a tick without any command it cannot be told.
        _isAtZero = source is "stop" or "human" or "hold" or "brake" || (source == "none" && _isAtZero && !_isRunning);
        _isRunning = isRunning;
    }
}
