namespace Interlock.Dashboard.LiveView;

/// <summary>A picture of a camera in a form that browsers show.</summary>
/// <param name="T">When it was taken, s since the start.</param>
/// <param name="MediaType">image/png or image/jpeg.</param>
/// <param name="Bytes">The file.</param>
public sealed record LivePicture(double T, string MediaType, ReadOnlyMemory<byte> Bytes);
