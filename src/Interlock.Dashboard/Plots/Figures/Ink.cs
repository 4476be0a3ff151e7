namespace Interlock.Dashboard.Plots.Figures;

/// <summary>A colour by its meaning; what it looks like depends on light or dark and is in <see cref="Palette"/>.</summary>
public readonly record struct Ink
{
    private Ink(InkRole role, int index = 0) => (Role, Index) = (role, index);

    internal InkRole Role { get; }

    /// <summary>The channel's hue, or the number of the state.</summary>
    internal int Index { get; }

    /// <summary>The colour of a channel: the same everywhere.</summary>
    /// <param name="index">The channel's place in the layout, 0 or more; hues repeat after <see cref="Palette.ChannelCount"/>.</param>
    public static Ink Channel(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new Ink(InkRole.Channel, index % Palette.ChannelCount);
    }

    /// <summary>The colour of text.</summary>
    public static Ink Text => new(InkRole.Text);

    /// <summary>A quiet grey, for what is only there to compare with.</summary>
    public static Ink Quiet => new(InkRole.Quiet);

    /// <summary>The colour of limits.</summary>
    public static Ink Limit => new(InkRole.Limit);

    /// <summary>The colour of interventions and alarms.</summary>
    public static Ink Alarm => new(InkRole.Alarm);

    internal static Ink Of(InkRole role) => new(role);

    internal static Ink FillOf(StateKind kind) => new(InkRole.State, (int)kind);

    internal static Ink TextOn(StateKind kind) => new(InkRole.StateText, (int)kind);
}
