namespace Interlock.ExecSpec.Files.Writing;

/// <summary>How much of a specification is written.</summary>
internal enum DocumentScope
{
    /// <summary>The file for people: with the link to the schema and what the statistics amount to.</summary>
    File,

    /// <summary>Every field of the specification once.</summary>
    Fields,

    /// <summary>What makes it the policy that it is: every field but its name.</summary>
    Identity,
}
