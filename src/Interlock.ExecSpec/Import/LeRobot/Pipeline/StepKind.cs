namespace Interlock.ExecSpec.Import.LeRobot.Pipeline;

/// <summary>What a step of a pipeline does to the meaning of an action.</summary>
internal enum StepKind
{
    /// <summary>Nothing: batches, devices, text, images.</summary>
    Neutral,

    /// <summary>Renames observations.</summary>
    Renames,

    /// <summary>Raw to normalised.</summary>
    Normalises,

    /// <summary>Normalised to raw.</summary>
    Unnormalises,

    /// <summary>Absolute actions to offsets from the state.</summary>
    MakesRelative,

    /// <summary>Offsets from the state to absolute actions.</summary>
    MakesAbsolute,

    /// <summary>Changes numbers of the action in a way that is not described here.</summary>
    ChangesActions,
}
