namespace Interlock.Dashboard.Reports.Pictures;

/// <summary>The pictures of a recording.</summary>
/// <param name="Open">Shown at once: the channels that were changed most.</param>
/// <param name="Folded">Shown when they are asked for.</param>
/// <param name="LeftOut">Channels without a picture.</param>
/// <param name="Moments">As many as there are worst moments, in their order.</param>
internal sealed record EpisodePictures(IReadOnlyList<Picture> Open, IReadOnlyList<Picture> Folded, int LeftOut, IReadOnlyList<MomentPicture> Moments);
