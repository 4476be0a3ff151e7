namespace Interlock.Dashboard.LiveView.Run;

/// <summary>Takes the numbers of steps.</summary>
internal interface ISignalSink
{
    /// <param name="signal">Its place.</param>
    /// <param name="t">s since the start.</param>
    /// <param name="value">What is no number leaves a gap.</param>
    void Put(int signal, double t, double value);
}
