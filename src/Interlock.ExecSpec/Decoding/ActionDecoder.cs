using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Decoding.References;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding;

/// <summary>
/// From normalised output to the command, as a specification says: unnormalise → gripper → what numbers are measured from. Nothing is
/// checked against limits and nothing is allocated; whatever is not finite stays visible in the command and is counted. State, previous
/// command and command have the action's channels in the action's order, units and rotation forms. Immutable; one instance serves many threads.
/// </summary>
public sealed class ActionDecoder
{
    private readonly ReferenceStep _reference;
    private readonly GripperStep? _gripper;
    private readonly int _gripperChannel;

    /// <summary>Prepares the path.</summary>
    /// <param name="spec">The specification; at least one channel.</param>
    /// <param name="use">For <see cref="DecoderUse.Control"/> an unnormaliser without statistics or with non-finite ones is refused; to probe it, say so.</param>
    /// <exception cref="DiagnosticException">The specification cannot be decoded (EX240 to EX244); carries every reason.</exception>
    public ActionDecoder(ExecutableSpec spec, DecoderUse use = DecoderUse.Control)
    {
        Unnormaliser = new Unnormaliser(spec.Unnormaliser, spec.Action.Channels.Count);
        Decodability.Of(spec, Unnormaliser, use).ThrowIfErrors();
        _reference = new ReferenceStep(spec.Action, spec.Controller);
        _gripper = spec.Gripper is { } mapping ? new GripperStep(mapping) : null;
        _gripperChannel = spec.Gripper is null ? -1 : spec.Action.Channels.TakeWhile(channel => channel.Name != spec.Gripper.Channel).Count();
    }

    /// <summary>D.</summary>
    public int Channels => Unnormaliser.Channels;

    /// <summary>The first step.</summary>
    public Unnormaliser Unnormaliser { get; }

    /// <summary>True when commands depend on the state at the start of the chunk.</summary>
    public bool NeedsState => _reference.NeedsChunkStart;

    /// <summary>True when commands depend on the previous command; without one, on the state.</summary>
    public bool NeedsPreviousCommand => _reference.NeedsPrevious;

    /// <summary>Decodes a chunk that starts at position 0. A non-finite displacement makes the rest of its channel non-finite.</summary>
    /// <param name="z">H×D row-major normalised numbers.</param>
    /// <param name="stateAtChunkStart">D measured numbers; may be empty where nothing depends on them.</param>
    /// <param name="previousCommand">The D numbers last commanded; empty at the start, when the measured state takes their place. Outside the memory that is written.</param>
    /// <param name="command">Receives H×D numbers; may be <paramref name="z"/>.</param>
    public DecodeOutcome Decode(
        ReadOnlySpan<double> z, ReadOnlySpan<double> stateAtChunkStart, ReadOnlySpan<double> previousCommand, Span<double> command)
    {
        ReadOnlySpan<double> previous = Previous(stateAtChunkStart, previousCommand, command);
        Unnormaliser.InverseChunk(z, command);
        return Command(command, stateAtChunkStart, previous);
    }

    /// <summary>Decodes one action of a chunk; equals that row of <see cref="Decode"/> when the row before it is the previous command.</summary>
    /// <param name="z">D normalised numbers.</param>
    /// <param name="timestep">0-based position in the chunk.</param>
    /// <param name="stateAtChunkStart">As for <see cref="Decode"/>.</param>
    /// <param name="previousCommand">As for <see cref="Decode"/>.</param>
    /// <param name="command">Receives D numbers; may be <paramref name="z"/>.</param>
    public DecodeOutcome DecodeOne(
        ReadOnlySpan<double> z, int timestep, ReadOnlySpan<double> stateAtChunkStart, ReadOnlySpan<double> previousCommand, Span<double> command)
    {
        ReadOnlySpan<double> previous = Previous(stateAtChunkStart, previousCommand, command);
        Unnormaliser.Inverse(z, timestep, command);
        return Command(command, stateAtChunkStart, previous);
    }

    /// <summary>
    /// Normalises a chunk of commands, for training and replay. The library's training clip applies. A gripper command that no decoded value
    /// gives becomes NaN and is counted.
    /// </summary>
    /// <param name="command">H×D row-major commands.</param>
    /// <param name="stateAtChunkStart">As for <see cref="Decode"/>.</param>
    /// <param name="previousCommand">As for <see cref="Decode"/>.</param>
    /// <param name="z">Receives H×D numbers; may be <paramref name="command"/>.</param>
    public DecodeOutcome Encode(
        ReadOnlySpan<double> command, ReadOnlySpan<double> stateAtChunkStart, ReadOnlySpan<double> previousCommand, Span<double> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, command.Length);
        ReadOnlySpan<double> previous = Previous(stateAtChunkStart, previousCommand, z);
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length % Channels, 0, nameof(command));
        command.CopyTo(z);
        _reference.Decompose(z, stateAtChunkStart, previous);
        if (_gripper is not null)
        {
            for (int i = _gripperChannel; i < z.Length; i += Channels)
            {
                _gripper.TryInverse(z[i], out z[i]);
            }
        }

        Unnormaliser.ForwardChunk(z, z);
        return DecodeOutcome.Of(z);
    }

    /// <summary>True when offsets of a rotation are composed, so that one channel of a command depends on several numbers.</summary>
    public bool ComposesRotations => _reference.ComposesRotations;

    /// <summary>
    /// The numbers that <see cref="DecodeOne"/> turns into a command, for rewriting what a policy wrote: unlike <see cref="Encode"/> it inverts the
    /// deployment map itself, without the training side's clip and epsilon. Where there is none the number is not finite and counted; the deployment
    /// side's clip is not looked at, so decode again what matters.
    /// </summary>
    /// <param name="command">D numbers.</param>
    /// <param name="timestep">0-based position in the chunk.</param>
    /// <param name="stateAtChunkStart">As for <see cref="Decode"/>.</param>
    /// <param name="previousCommand">As for <see cref="Decode"/>.</param>
    /// <param name="z">Receives D numbers; not <paramref name="command"/>.</param>
    public DecodeOutcome InvertOne(
        ReadOnlySpan<double> command, int timestep, ReadOnlySpan<double> stateAtChunkStart, ReadOnlySpan<double> previousCommand, Span<double> z)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(command.Length, Channels);
        ArgumentOutOfRangeException.ThrowIfNotEqual(z.Length, Channels);
        ReadOnlySpan<double> previous = Previous(stateAtChunkStart, previousCommand, z);
        command.CopyTo(z);
        _reference.Decompose(z, stateAtChunkStart, previous);
        if (_gripper is not null)
        {
            _gripper.TryInverse(z[_gripperChannel], out z[_gripperChannel]);
        }

        ReadOnlySpan<double> scale = Unnormaliser.InverseMap.ScaleAt(timestep);
        ReadOnlySpan<double> offset = Unnormaliser.InverseMap.OffsetAt(timestep);
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = (z[i] - offset[i]) / scale[i];
        }

        return DecodeOutcome.Of(z);
    }

    private DecodeOutcome Command(Span<double> rows, ReadOnlySpan<double> state, ReadOnlySpan<double> previous)
    {
        if (_gripper is not null)
        {
            for (int i = _gripperChannel; i < rows.Length; i += Channels)
            {
                rows[i] = _gripper.Forward(rows[i]);
            }
        }

        _reference.Compose(rows, state, previous);
        return DecodeOutcome.Of(rows);
    }

    private ReadOnlySpan<double> Previous(ReadOnlySpan<double> state, ReadOnlySpan<double> previousCommand, ReadOnlySpan<double> target)
    {
        if (previousCommand.Overlaps(target) || state.Overlaps(target))
        {
            throw new ArgumentException("The result would overwrite the state or the previous command that it is measured from.", nameof(target));
        }

        if (NeedsState || (NeedsPreviousCommand && previousCommand.IsEmpty))
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, Channels, nameof(state));
        }

        if (!previousCommand.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(previousCommand.Length, Channels, nameof(previousCommand));
        }

        return previousCommand.IsEmpty ? state : previousCommand;
    }
}
