namespace Interlock.Policies.Ensembles;

/// <summary>Which chunk of an ensemble is executed.</summary>
public enum EnsembleChoice
{
    /// <summary>That of the first member that answered.</summary>
    First = 0,

    /// <summary>The mean of all. Between two ways around an obstacle it leads into it; meant for members that agree on the way.</summary>
    Mean = 1,

    /// <summary>That of the member with the least sum of distances to the others; the first of equals.</summary>
    Medoid = 2,
}
