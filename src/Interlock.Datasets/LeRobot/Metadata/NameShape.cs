namespace Interlock.Datasets.LeRobot.Metadata;

/// <summary>The ways in which writers put names into info.json.</summary>
internal enum NameShape
{
    /// <summary>There is no such field.</summary>
    Missing,

    /// <summary>JSON null.</summary>
    Null,

    /// <summary>A list of strings.</summary>
    List,

    /// <summary>A list that holds one list of strings.</summary>
    NestedList,

    /// <summary>An object that holds one list of strings, for example under <c>motors</c> or <c>axes</c>.</summary>
    Object,

    /// <summary>Something else.</summary>
    Unknown,
}
