using Interlock.Core.Contract;

namespace Interlock.Runtime.Loop;

/// <summary>Stays at the last command; the guard slows down to it within the contract's limits.</summary>
internal sealed class StopMotion(SafetyContract contract, double rateHz, CommandHistory history)
{
    /// <summary>True from the first tick of a stop until <see cref="End"/>.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>True when there is nothing left to slow down.</summary>
    public bool IsAtRest(long nowNs) => !IsUnderWay || (history.VelocityPerS.IndexOfAnyExcept(0.0) < 0 && contract is not null && rateHz > 0 && nowNs >= 0);

    public void End() => IsUnderWay = false;

    /// <summary>The command of this tick. False before any command: there is nowhere to stay.</summary>
    public bool Next(long nowNs, double tickS, Span<double> command)
    {
        IsUnderWay = !history.Last.IsEmpty && tickS > 0 && nowNs >= 0;
        history.Last.CopyTo(command);
        return IsUnderWay;
    }
}
