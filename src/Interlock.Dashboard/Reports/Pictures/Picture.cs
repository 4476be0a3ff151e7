namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>A picture as it stands in the page.</summary>
/// <param name="Name">Of the channel or signal; data of the recording, never markup.</param>
/// <param name="Svg">One <c>svg</c> element.</param>
internal sealed record Picture(string Name, string Svg);
