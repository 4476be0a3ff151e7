using Interlock.Core.Contract;

namespace Interlock.Guard;

/// <summary>Actions relative to the state in which their chunk was planned, and back; does nothing for any other reference.</summary>
internal sealed class ChunkOrigin(SafetyContract contract)
{
    private readonly bool _isRelative = contract.Reference == ActionReference.RelativeChunk;
    private readonly double[] _origin = new double[contract.Channels.Count];
    private readonly double[] _absolute = new double[contract.Channels.Count];

    /// <summary>False when actions are relative to a state that nobody has told; they mean nothing then.</summary>
    public bool IsKnown { get; private set; } = contract.Reference != ActionReference.RelativeChunk;

    /// <summary>A chunk of an earlier episode says nothing about this one.</summary>
    public void Forget() => IsKnown = !_isRelative;

    public void Begin(ReadOnlySpan<double> origin)
    {
        if (!_isRelative)
        {
            return;
        }

        IsKnown = false;
        if (origin.Length != _origin.Length || origin.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
        {
            throw new ArgumentException(
                "The contract says relative_chunk: every chunk needs the finite state that it is relative to.", nameof(origin));
        }

        origin.CopyTo(_origin);
        IsKnown = true;
    }

    /// <summary>The action in the robot's own coordinates; an action of the wrong length is left to the input check.</summary>
    public ReadOnlySpan<double> ToAbsolute(ReadOnlySpan<double> raw)
    {
        if (!_isRelative || raw.Length != _origin.Length)
        {
            return raw;
        }

        for (int i = 0; i < raw.Length; i++)
        {
            _absolute[i] = raw[i] + _origin[i];
        }

        return _absolute;
    }

    public void ToRelative(Span<double> command)
    {
        for (int i = 0; _isRelative && i < command.Length; i++)
        {
            command[i] = Math.Clamp(command[i] - _origin[i], double.MinValue, double.MaxValue);
        }
    }
}
