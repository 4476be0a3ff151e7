using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>The words of <see cref="ReadinessState"/>, in snake_case as everything in the file.</summary>
internal sealed class ReadinessStateJson() : JsonStringEnumConverter<ReadinessState>(JsonNamingPolicy.SnakeCaseLower);
