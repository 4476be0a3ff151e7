namespace Interlock.Guard.Calibration.Shapes;

/// <summary>How a channel behaves in the demonstrations, which decides how it is bounded.</summary>
public enum ChannelKind
{
    /// <summary>Moves over a range; bounded by mean and scale.</summary>
    Moving,

    /// <summary>Never moves; bounded by its value and a tolerance.</summary>
    Constant,

    /// <summary>Sits at either end of its range; bounded by that range.</summary>
    Bimodal,

    /// <summary>Turns without end; not bounded.</summary>
    Continuous,

    /// <summary>Still while the shape was fitted and moving later; bounded by the demonstrated range, outside the promise.</summary>
    MovesOnlyLater,
}
