namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>What is shown of a moment.</summary>
/// <param name="Svg">Plot of the channel around it; null where there is nothing to plot.</param>
/// <param name="Still">The camera's image as a data address; null for none.</param>
/// <param name="StillNote">Why there is a camera and no still; empty otherwise.</param>
internal sealed record MomentPicture(string? Svg, string? Still, string StillNote);
