using Interlock.Guard.Limits;

namespace Interlock.Guard;

/// <summary>Decides what goes to the robot: the shadowed action, the guarded command, or what keeps the robot where it is.</summary>
internal sealed class CommandOutput(LimitFilter filter, ReferenceState reference)
{
    private readonly double[] _lastSent = new double[filter.Envelopes.Length];
    private bool _hasSent;

    /// <summary>Writes the command; false when nothing may be sent, because nothing is known of where the robot is.</summary>
    /// <param name="shadowed">The usable action that passes in monitor mode; empty otherwise.</param>
    /// <param name="isGuarded">True when the filter's command is to be sent.</param>
    /// <param name="sent">Receives the command; finite in every case.</param>
    public bool Write(ReadOnlySpan<double> shadowed, bool isGuarded, Span<double> sent)
    {
        if (!shadowed.IsEmpty)
        {
            shadowed.CopyTo(sent);
        }
        else if (isGuarded)
        {
            filter.Command.CopyTo(sent);
        }
        else if (_hasSent || reference.IsKnown)
        {
            Rest(_hasSent ? _lastSent : reference.Position, sent);
        }
        else
        {
            filter.WriteNeutral(sent);
            return false;
        }

        sent.CopyTo(_lastSent);
        _hasSent = true;
        return true;
    }

    public void Reset() => _hasSent = false;

    /// <summary>Rest is the same position again, and a rate of zero.</summary>
    private void Rest(double[] position, Span<double> sent)
    {
        for (int i = 0; i < sent.Length; i++)
        {
            sent[i] = filter.Envelopes[i].IsRate ? 0 : position[i];
        }
    }
}
