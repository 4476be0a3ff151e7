using System.Text.Json.Serialization;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>What the evidence says about a line of the checklist.</summary>
[JsonConverter(typeof(ReadinessStateJson))]
internal enum ReadinessState
{
    /// <summary>The evidence shows it.</summary>
    Shown,

    /// <summary>The evidence shows the contrary.</summary>
    FoundWanting,

    /// <summary>There is no evidence, or not enough.</summary>
    NotShown,
}
