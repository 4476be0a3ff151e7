using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding.References;

/// <summary>
/// From what the policy's numbers are measured from to what the controller takes, in place on decoded rows: offsets from the start of a
/// chunk are joined to the state there, displacements per step to the previous command.
/// </summary>
internal sealed class ReferenceStep
{
    private readonly int _width;
    private readonly AdditiveComposer _ontoStart;
    private readonly AdditiveComposer _ontoPrevious;
    private readonly RotationComposer[] _rotations;

    /// <summary>Prepares the step for an action without faults (<see cref="ReferenceFaults"/>).</summary>
    public ReferenceStep(ActionSpec action, ControllerSpec? controller)
    {
        _width = action.Channels.Count;
        CompositionKind[] kinds = [.. action.Channels.Select(channel => CompositionKinds.Of(channel, action, controller))];
        _rotations = [.. action.Rotations.Select(group => ComposerOf(group, action, kinds)).OfType<RotationComposer>()];
        foreach (string name in action.Rotations.Where(IsComposed).SelectMany(group => group.Channels))
        {
            kinds[PlaceOf(name, action)] = CompositionKind.Pass;
        }

        _ontoStart = new AdditiveComposer(PlacesOf(CompositionKind.OntoChunkStart, kinds), isSequential: false);
        _ontoPrevious = new AdditiveComposer(PlacesOf(CompositionKind.OntoPrevious, kinds), isSequential: true);
        NeedsChunkStart = !_ontoStart.IsIdle || Array.Exists(_rotations, rotation => rotation.Kind == CompositionKind.OntoChunkStart);
        NeedsPrevious = !_ontoPrevious.IsIdle || Array.Exists(_rotations, rotation => rotation.Kind == CompositionKind.OntoPrevious);
    }

    /// <summary>True when the state at the start of the chunk enters the command.</summary>
    public bool NeedsChunkStart { get; }

    /// <summary>True when a rotation is composed and not added.</summary>
    public bool ComposesRotations => _rotations.Length > 0;

    /// <summary>True when the previous command enters the command.</summary>
    public bool NeedsPrevious { get; }

    /// <summary>Decoded rows to commands.</summary>
    /// <param name="rows">Row-major H×D.</param>
    /// <param name="state">D numbers; read only where needed.</param>
    /// <param name="previous">D numbers; read only where needed.</param>
    public void Compose(Span<double> rows, ReadOnlySpan<double> state, ReadOnlySpan<double> previous)
    {
        if (!_ontoStart.IsIdle)
        {
            _ontoStart.Compose(rows, _width, state);
        }

        if (!_ontoPrevious.IsIdle)
        {
            _ontoPrevious.Compose(rows, _width, previous);
        }

        foreach (RotationComposer rotation in _rotations)
        {
            rotation.Compose(rows, _width, rotation.Kind == CompositionKind.OntoPrevious ? previous : state);
        }
    }

    /// <summary>Commands to decoded rows.</summary>
    /// <inheritdoc cref="Compose" path="/param"/>
    public void Decompose(Span<double> rows, ReadOnlySpan<double> state, ReadOnlySpan<double> previous)
    {
        if (!_ontoStart.IsIdle)
        {
            _ontoStart.Decompose(rows, _width, state);
        }

        if (!_ontoPrevious.IsIdle)
        {
            _ontoPrevious.Decompose(rows, _width, previous);
        }

        foreach (RotationComposer rotation in _rotations)
        {
            rotation.Decompose(rows, _width, rotation.Kind == CompositionKind.OntoPrevious ? previous : state);
        }
    }

    private static bool IsComposed(RotationGroup group) => group.Composition is RotationComposition.FixedFrame or RotationComposition.BodyFrame;

    private static RotationComposer? ComposerOf(RotationGroup group, ActionSpec action, CompositionKind[] kinds)
    {
        int[] places = [.. group.Channels.Select(name => PlaceOf(name, action))];
        CompositionKind kind = kinds[places[0]];
        return kind != CompositionKind.Pass && IsComposed(group)
            ? new RotationComposer(group.Form, places, group.Composition == RotationComposition.FixedFrame, kind == CompositionKind.OntoPrevious)
            : null;
    }

    private static int[] PlacesOf(CompositionKind kind, CompositionKind[] kinds) =>
        [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] == kind)];

    private static int PlaceOf(string name, ActionSpec action)
    {
        int place = 0;
        while (action.Channels[place].Name != name)
        {
            place++;
        }

        return place;
    }
}
