using Interlock.Guard.Limits;

namespace Interlock.Guard;

/// <summary>What goes to the robot in monitor mode: the action itself, or what keeps the robot where the last one sent it.</summary>
internal sealed class ShadowOutput(LimitFilter filter)
{
    private readonly double[] _lastSent = new double[filter.Envelopes.Length];
    private bool _hasSent;

    /// <summary>Writes the command; false when nothing may be sent, because nothing is known of where the robot is.</summary>
    /// <param name="shadowed">The usable action that passes; empty when there is none.</param>
    /// <param name="guardedIsKnown">True when the filter's command may be sent where nothing was before.</param>
    /// <param name="sent">Receives the command; finite in every case.</param>
    public bool Write(ReadOnlySpan<double> shadowed, bool guardedIsKnown, Span<double> sent)
    {
        if (!shadowed.IsEmpty)
        {
            shadowed.CopyTo(sent);
        }
        else if (_hasSent)
        {
            filter.WriteRest(_lastSent, sent);
        }
        else
        {
            filter.Command.CopyTo(sent);
            if (!guardedIsKnown)
            {
                return false;
            }
        }

        sent.CopyTo(_lastSent);
        _hasSent = true;
        return true;
    }

    public void Reset() => _hasSent = false;
}
