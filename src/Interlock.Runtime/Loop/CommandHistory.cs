using Interlock.Core.Contract;

namespace Interlock.Runtime.Loop;

/// <summary>The last commands that were sent, and the motion that they amount to.</summary>
internal sealed class CommandHistory(SafetyContract contract, double rateHz)
{
    private readonly bool[] _commandsRate = [.. contract.Channels.Select(contract.CommandsRate)];
    private readonly double[] _last = new double[contract.Channels.Count];
    private readonly double[] _velocityPerS = new double[contract.Channels.Count];
    private readonly double[] _accelerationPerS2 = new double[contract.Channels.Count];
    private int _known;

    /// <summary>The newest command; empty before the first.</summary>
    public ReadOnlySpan<double> Last => _known > 0 ? _last : [];

    /// <summary>Channel units per second; zero until two commands are known.</summary>
    public ReadOnlySpan<double> VelocityPerS => _velocityPerS;

    /// <summary>Channel units per second squared; zero until three commands are known.</summary>
    public ReadOnlySpan<double> AccelerationPerS2 => _accelerationPerS2;

    /// <summary>Starts again at a position, at rest.</summary>
    public void Restart(ReadOnlySpan<double> position)
    {
        for (int i = 0; i < _last.Length; i++)
        {
            // Rest is zero where rates are commanded.
            _last[i] = _commandsRate[i] ? 0 : position[i];
        }

        _velocityPerS.AsSpan().Clear();
        _accelerationPerS2.AsSpan().Clear();
        _known = 1;
    }

    /// <summary>A command was sent.</summary>
    public void Add(ReadOnlySpan<double> command)
    {
        for (int i = 0; i < _last.Length; i++)
        {
            double velocity = _known > 0 ? (command[i] - _last[i]) * rateHz : 0;
            _accelerationPerS2[i] = _known > 1 ? (velocity - _velocityPerS[i]) * rateHz : 0;
            _velocityPerS[i] = velocity;
            _last[i] = command[i];
        }

        _known++;
    }
}
