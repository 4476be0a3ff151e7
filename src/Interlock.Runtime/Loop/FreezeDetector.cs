namespace Interlock.Runtime.Loop;

/// <summary>Notices a driver that goes on delivering the same numbers while commands move.</summary>
/// <param name="spans">Largest minus smallest value of each channel; not finite where a channel has no bounds, which is then not judged.</param>
internal sealed class FreezeDetector(double[] spans)
{
    // Coarse encoders repeat a value for small motions; a command that went this share of the span without any change is no small motion.
    private const double MotionShare = 0.01;

    private readonly double[] _position = new double[spans.Length];
    private readonly double[] _commandAtChange = new double[spans.Length];
    private long? _changedAtNs;

    /// <summary>For how long the measurement has stood still while commands moved, ns; null while it changes or nothing moves.</summary>
    public long? FrozenNs { get; private set; }

    public void Restart() => _changedAtNs = null;

    public void Observe(ReadOnlySpan<double> measured, ReadOnlySpan<double> lastCommand, long nowNs)
    {
        if (lastCommand.IsEmpty || _changedAtNs is null || !measured.SequenceEqual(_position))
        {
            measured.CopyTo(_position);
            lastCommand.CopyTo(_commandAtChange);
            _changedAtNs = lastCommand.IsEmpty ? null : nowNs;
            FrozenNs = null;
            return;
        }

        FrozenNs = HasMoved(lastCommand) ? nowNs - _changedAtNs : null;
    }

    private bool HasMoved(ReadOnlySpan<double> command)
    {
        for (int i = 0; i < spans.Length; i++)
        {
            if (Math.Abs(command[i] - _commandAtChange[i]) > MotionShare * spans[i])
            {
                return true;
            }
        }

        return false;
    }
}
