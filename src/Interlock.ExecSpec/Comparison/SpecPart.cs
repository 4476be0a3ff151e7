namespace Interlock.ExecSpec.Comparison;

/// <summary>The parts of a specification, by what a difference in them changes.</summary>
public enum SpecPart
{
    /// <summary>The name for people; changes nothing.</summary>
    Name,

    /// <summary>Which model, and what runs it.</summary>
    Policy,

    /// <summary>What the policy is shown.</summary>
    Observation,

    /// <summary>What the decoded numbers are.</summary>
    Action,

    /// <summary>How the network's output becomes decoded numbers.</summary>
    Unnormaliser,

    /// <summary>How a gripper value becomes the controller's.</summary>
    Gripper,

    /// <summary>What the controller does with a command.</summary>
    Controller,

    /// <summary>The other entries of the source; changes nothing that is executed.</summary>
    Siblings,
}
